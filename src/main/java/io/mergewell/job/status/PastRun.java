package io.mergewell.job.status;

import io.mergewell.store.memory.Run;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run of the job's history.
 *
 * @param status as in {@code summary.json}: COMPLETED, FAILED, STOPPED or ABANDONED; RUNNING if it was killed
 * @param endedAt null if it was killed or is at work
 * @param exitCode null if it was killed or is at work
 * @param persons in the mirror when it made its plan; null if it made none
 * @param read how many of them it read itself; null if only its summary is known
 */
public record PastRun(
        String runId,
        String command,
        String status,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Integer exitCode,
        @Nullable Long persons,
        @Nullable Long read) {

    static PastRun of(Run run) {
        return new PastRun(
                run.id(),
                run.command(),
                run.status().name(),
                run.startedAt(),
                run.endedAt(),
                run.exitCode(),
                Optional.ofNullable(run.summary())
                        .flatMap(summary -> WrittenSummary.read(summary.getBytes(StandardCharsets.UTF_8)))
                        .map(WrittenSummary::persons)
                        .orElse(null),
                run.counts().persons());
    }

    static PastRun of(WrittenSummary run) {
        return new PastRun(
                run.runId(),
                run.command(),
                run.status(),
                run.startedAt(),
                run.endedAt(),
                run.exitCode(),
                run.persons(),
                null);
    }

    /** Whether the same command goes on with it or gives it up. */
    public boolean unfinished() {
        return !status.equals("COMPLETED") && !status.equals("ABANDONED");
    }
}
