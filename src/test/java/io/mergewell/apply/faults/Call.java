package io.mergewell.apply.faults;

import java.time.Instant;

/**
 * One request that came over the wire.
 *
 * @param order place among all calls and deeds
 * @param target path and query
 * @param line what the client got to see of the answer
 */
public record Call(long order, Instant at, CallKind kind, String method, String target, String body, Line line) {

    /** The path without the query. */
    public String path() {
        return target.replaceFirst("\\?.*", "");
    }

    boolean sameAs(Call other) {
        return method.equals(other.method) && target.equals(other.target) && body.equals(other.body);
    }
}
