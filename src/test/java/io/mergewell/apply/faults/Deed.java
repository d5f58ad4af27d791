package io.mergewell.apply.faults;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that really happened in the CRM, whatever the client was told.
 *
 * @param order place among all calls and deeds
 * @param byTheJob false if somebody did it behind the job's back
 * @param person who was updated or deleted, or disappeared in a merge
 * @param survivor of a merge; null otherwise
 * @param body as it was sent; empty for a deletion
 * @param now the person after an update or a creation, as the CRM shows it; null otherwise
 */
public record Deed(
        long order,
        Instant at,
        CallKind kind,
        boolean byTheJob,
        long person,
        @Nullable Long survivor,
        String body,
        @Nullable JsonNode now) {

    boolean sameAs(Deed other) {
        return kind == other.kind && person == other.person && body.equals(other.body);
    }

    @Override
    public String toString() {
        return kind + " of person " + person + (survivor == null ? "" : " into " + survivor);
    }
}
