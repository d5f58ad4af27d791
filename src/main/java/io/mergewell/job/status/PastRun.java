package io.mergewell.job.status;

import io.mergewell.store.memory.Run;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run of the job's history.
 *
 * @param status as in {@code summary.json}: COMPLETED, FAILED, STOPPED or ABANDONED; RUNNING if it was killed
 * @param endedAt null if it was killed or is at work
 * @param exitCode null if it was killed or is at work
 * @param persons it read
 */
public record PastRun(
        String runId,
        String command,
        String status,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Integer exitCode,
        long persons) {

    static PastRun of(Run run) {
        return new PastRun(
                run.id(),
                run.command(),
                run.status().name(),
                run.startedAt(),
                run.endedAt(),
                run.exitCode(),
                run.counts().persons());
    }

    /** Whether the same command goes on with it or gives it up. */
    public boolean unfinished() {
        return !status.equals("COMPLETED") && !status.equals("ABANDONED");
    }
}
