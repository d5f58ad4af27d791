package io.mergewell.plan;

import io.mergewell.person.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on two persons, for later nights.
 *
 * @param survivor as it was proposed; null for a record that holds nothing
 * @param duplicate another than the survivor
 * @param reviewer empty if nobody signed
 * @param note in one line; empty if there is none
 * @param planId of the plan it was proposed in; empty if it was in none
 * @param rowKey of the row it was proposed in; empty if it was in none
 * @param evidence {@link ComparedValues} of both when they were proposed; empty if nobody knows
 */
public record PairDecision(
        @Nullable PersonId survivor,
        PersonId duplicate,
        Decision decision,
        String reviewer,
        String note,
        Instant decidedAt,
        String planId,
        String rowKey,
        String evidence) {

    public PairDecision {
        if (duplicate.equals(survivor)) {
            throw new IllegalArgumentException("A decision is about two persons, not twice about " + duplicate + ".");
        }
    }

    /** The same about other persons, as when one of them went into another. */
    public PairDecision about(PersonId otherSurvivor, PersonId otherDuplicate) {
        return new PairDecision(
                otherSurvivor, otherDuplicate, decision, reviewer, note, decidedAt, planId, rowKey, evidence);
    }
}
