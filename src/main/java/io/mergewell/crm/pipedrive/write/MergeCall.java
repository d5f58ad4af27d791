package io.mergewell.crm.pipedrive.write;

import io.mergewell.crm.http.HttpWrites;
import io.mergewell.crm.http.HttpWrites.Body;
import io.mergewell.crm.write.Effect;
import io.mergewell.crm.write.Reply;

/** Pipedrive's one way to merge, which API v1 alone has, whichever API persons are read through. */
public final class MergeCall {

    /** {@code x-token-cost} in Pipedrive's OpenAPI description. */
    public static final long TOKENS = 40;

    private final HttpWrites writes;
    private final Confirmation confirmation;

    public MergeCall(HttpWrites writes, Confirmation confirmation) {
        this.writes = writes;
        this.confirmation = confirmation;
    }

    /** Sends it, once. The person in the path disappears; the one in the body stays. */
    public Reply send(Effect.Merge merge) {
        String path = "/api/v1/persons/" + PathNumber.of(merge.duplicate()) + "/merge";
        Body body = Body.json("{\"merge_with_id\":" + PathNumber.of(merge.survivor()) + "}");
        return writes.send("PUT", path, body, TOKENS, confirmation::ofMerge);
    }
}
