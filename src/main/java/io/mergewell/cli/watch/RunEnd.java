package io.mergewell.cli.watch;

import io.mergewell.job.RunExit;
import io.mergewell.review.summary.Summary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended, whatever its end.
 *
 * @param job name of the job
 * @param command such as {@code dry-run}
 * @param exitCode the one the process ends with
 * @param summary what it did; null if it came to none
 */
record RunEnd(
        String job,
        String command,
        Instant startedAt,
        Instant endedAt,
        int exitCode,
        @Nullable Summary summary) {

    /** Done, if need be with rows that want a look. */
    boolean isSuccess() {
        return exitCode == RunExit.DONE || exitCode == RunExit.PARTLY;
    }
}
