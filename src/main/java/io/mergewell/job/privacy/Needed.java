package io.mergewell.job.privacy;

import io.mergewell.store.privacy.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.SortedSet;

/**
 * The runs whose files are still needed, however old they are.
 *
 * @param planned whose plan can still be applied
 * @param unfinished that may be gone on with
 * @param inDoubt that sent something which is not settled, or is being taken back
 */
record Needed(SortedSet<String> planned, SortedSet<String> unfinished, SortedSet<String> inDoubt) {

    /** After this long no run is gone on with. */
    private static final Duration FRESH = Duration.ofHours(24);

    static Needed of(Retention retention, Instant now, Duration validFor) {
        return new Needed(
                retention.runsOfPlansSince(now.minus(validFor)),
                retention.unfinishedSince(now.minus(FRESH)),
                retention.runsInDoubt(now.minus(FRESH)));
    }

    /** Why the report of a run stays, as a sentence; empty if nothing needs it. */
    String report(String run) {
        return sentence(planned, run, "The report of run " + run + " stays: its plan can still be applied.");
    }

    /** Why the snapshots and receipts of a run stay, as a sentence; empty if nothing needs them. */
    String evidence(String run) {
        return sentence(
                inDoubt,
                run,
                "The snapshots of run " + run
                        + " stay: rows of it are not settled, or are being taken back; apply or restore goes on with them.");
    }

    private String sentence(Set<String> runs, String run, String why) {
        if (unfinished.contains(run)) {
            return "The files of run " + run + " stay: it is not at its end.";
        }
        return runs.contains(run) ? why : "";
    }
}
