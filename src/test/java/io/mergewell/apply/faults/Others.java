package io.mergewell.apply.faults;

/** Somebody who works in the CRM while the job does. */
public final class Others {

    private final Diary diary;
    private final String token;

    Others(Diary diary, String token) {
        this.diary = diary;
        this.token = token;
    }

    /** @param json fields of {@code PATCH /api/v2/persons/{id}} */
    public void edit(long person, String json) {
        act(CallKind.UPDATE, new Wire.Request("PATCH", "/api/v2/persons/" + person, token, json));
    }

    /** @param json as {@code POST /api/v2/persons} takes it */
    public void create(String json) {
        act(CallKind.CREATE, new Wire.Request("POST", "/api/v2/persons", token, json));
    }

    public void delete(long person) {
        act(CallKind.DELETE, new Wire.Request("DELETE", "/api/v2/persons/" + person, token, ""));
    }

    public void merge(long duplicate, long survivor) {
        String body = "{\"merge_with_id\":" + survivor + "}";
        act(CallKind.MERGE, new Wire.Request("PUT", "/api/v1/persons/" + duplicate + "/merge", token, body));
    }

    private void act(CallKind kind, Wire.Request request) {
        int status = diary.carriedOut(kind, request, false).status();
        if (status != 200) {
            throw new IllegalStateException("The CRM did not do it: " + status);
        }
    }
}
