package io.mergewell.sandbox.rogerroger;

import io.mergewell.sandbox.http.Answer;
import io.mergewell.sandbox.http.Dialect;
import io.mergewell.sandbox.http.Request;
import io.mergewell.sandbox.rogerroger.Uuids.Kind;
import io.mergewell.sandbox.state.CrmState;
import io.mergewell.sandbox.state.Origin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;

/** RogerRoger: {@code /people} and their notes. First the key is looked at, then the limit, then the path. */
public final class RogerRogerDialect implements Dialect {

    private static final String PEOPLE = "/people";

    private final byte[] key;
    private final RateLimit limit;
    private final boolean limited;
    private final PeopleEndpoints people;
    private final NoteEndpoints notes;

    /**
     * Speaks for a state.
     *
     * @param key that every request must carry in {@code X-API-KEY}
     * @param limited whether the rate limit holds
     */
    public RogerRogerDialect(CrmState state, String key, boolean limited, Clock clock) {
        Origin origin = state.origin().orElseThrow();
        this.key = key.getBytes(StandardCharsets.UTF_8);
        this.limit = new RateLimit(clock);
        this.limited = limited;
        this.people = new PeopleEndpoints(state, clock);
        this.notes = new NoteEndpoints(state, new InventedNotes(origin.seed(), origin.persons()), clock);
    }

    @Override
    public boolean knows(String path) {
        return path.equals(PEOPLE) || path.startsWith(PEOPLE + "/");
    }

    @Override
    public Answer answer(Request request) {
        byte[] given = request.header("x-api-key").orElse("").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, key)) {
            return JsonLd.error(401, "JWT Token not found");
        }
        OptionalLong wait = limited ? limit.refusal() : OptionalLong.empty();
        if (wait.isPresent()) {
            return JsonLd.error(429, "Too Many Requests").with(Map.of("retry-after", String.valueOf(wait.getAsLong())));
        }
        try {
            return served(request, request.path().split("/", -1));
        } catch (ApiException e) {
            return JsonLd.error(e.status(), e.detail());
        }
    }

    /** Such as {@code "", "people", id, "notes", id}. */
    private Answer served(Request request, String[] parts) {
        boolean aboutNotes = parts.length > 3 && parts[3].equals("notes");
        String what = request.method() + " " + parts.length + (aboutNotes ? " notes" : "");
        return switch (what) {
            case "GET 2" -> people.list(request);
            case "POST 2" -> people.create(request);
            case "GET 3" -> people.get(person(parts[2]));
            case "PATCH 3" -> people.update(request, person(parts[2]));
            case "GET 4 notes" -> notes.list(request, person(parts[2]));
            case "POST 4 notes" -> notes.create(request, person(parts[2]));
            case "GET 5 notes" -> notes.get(person(parts[2]), parts[4]);
            default -> JsonLd.error(405, "No route found for this method");
        };
    }

    private static long person(String uuid) {
        return Uuids.number(Kind.PERSON, uuid).orElseThrow(ApiException::notFound);
    }
}
