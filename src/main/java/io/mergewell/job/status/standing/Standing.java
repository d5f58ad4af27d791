package io.mergewell.job.status.standing;

import io.mergewell.job.JobFile;
import io.mergewell.plan.Decision;
import io.mergewell.store.Store;
import io.mergewell.store.ledger.OpenRows;
import io.mergewell.store.memory.Decisions;
import java.time.Clock;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a job's store holds.
 *
 * @param mirror our copy of the CRM; null before the first read
 * @param plan the newest; null before the first, or if it was forgotten for its age
 * @param decisions what people decided, by kind; kinds of which there is none are left out
 */
public record Standing(
        @Nullable MirrorStanding mirror,
        @Nullable PlanStanding plan,
        OpenRows open,
        InboxStanding inbox,
        TodayStanding today,
        SortedMap<Decision, Long> decisions) {

    /** Open rows that are shown one by one. */
    private static final int ROWS_SHOWN = 10;

    /**
     * Looks into an open store.
     *
     * @param clock whose zone the calendar days of the caps are of
     */
    public static Standing of(JobFile job, Store store, Clock clock) {
        return new Standing(
                MirrorStanding.of(job, store),
                PlanStanding.newest(job, store, clock),
                OpenRows.of(store, ROWS_SHOWN),
                InboxStanding.of(job, store, clock),
                TodayStanding.of(job.apply(), store, clock),
                new Decisions(store).countByKind());
    }
}
