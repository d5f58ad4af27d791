package io.mergewell.review.decided;

import io.mergewell.plan.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What counts of a row that people saved.
 *
 * @param place where it stands in the file
 * @param decision null where none was made
 * @param overrideSurvivor the id of whom the reviewer wants to survive, as it is written; empty if nobody was named
 * @param reviewer empty if nobody signed
 * @param note in one line; empty if there is none
 */
public record DecidedRow(
        Place place,
        String rowKey,
        @Nullable Decision decision,
        String overrideSurvivor,
        String reviewer,
        String note,
        String planId) {

    /** Whether it asks for anything. */
    boolean isDecided() {
        return decision != null;
    }

    /** Whether another row asks for the same. */
    boolean agreesWith(DecidedRow other) {
        return decision == other.decision && overrideSurvivor.equals(other.overrideSurvivor);
    }
}
