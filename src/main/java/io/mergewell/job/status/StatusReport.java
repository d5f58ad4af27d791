package io.mergewell.job.status;

import io.mergewell.job.status.standing.Standing;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a job stands.
 *
 * @param live the run that is at work now; null if none is
 * @param note what to know about the rest, as a sentence; null if there is nothing to be said
 * @param approvals what was approved and is not done, as a sentence; null if nothing is, or nobody can tell now
 * @param standing what the store holds; null if there is none, or it cannot be looked into now
 * @param runs the last ones, the newest first
 * @param latestReport folder of the newest report; null before the first
 * @param nextStep what to do now, such as the command to type
 */
public record StatusReport(
        String job,
        @Nullable LiveRun live,
        @Nullable String note,
        @Nullable String approvals,
        @Nullable Standing standing,
        List<PastRun> runs,
        @Nullable Path latestReport,
        String nextStep) {

    public StatusReport {
        runs = List.copyOf(runs);
    }
}
