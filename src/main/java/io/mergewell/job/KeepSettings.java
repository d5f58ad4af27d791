package io.mergewell.job;

import java.time.Duration;

/**
 * How long what holds persons is kept, counted from the run that wrote it, until {@code purge} takes it away.
 *
 * @param reports reports, cleaned copies, decided reviews in the inbox that were taken
 * @param snapshots what {@code restore} needs: snapshots with their receipts, and the groups that were applied
 * @param mirror the copy of the CRM, counted from the last time it was read
 */
public record KeepSettings(Duration reports, Duration snapshots, Duration mirror) {

    /** A quarter to ask about a merge, a year to take one back, a month without a run before the copy goes. */
    public static final KeepSettings DEFAULTS =
            new KeepSettings(Duration.ofDays(90), Duration.ofDays(365), Duration.ofDays(30));
}
