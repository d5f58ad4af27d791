package io.mergewell.job.status;

import io.mergewell.store.memory.Run;
import io.mergewell.store.memory.RunStatus;
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
 * @param calls HTTP requests that it sent
 * @param tokens of the CRM's budget that it took
 * @param countedLow whether it may have asked for more than is counted, because it was interrupted
 * @param why it ended as it did, as a sentence; null if it ended well, or nobody knows
 */
public record PastRun(
        String runId,
        String command,
        String status,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Integer exitCode,
        @Nullable Long persons,
        @Nullable Long read,
        long calls,
        long tokens,
        boolean countedLow,
        @Nullable String why) {

    static PastRun of(Run run) {
        Optional<WrittenSummary> summary = Optional.ofNullable(run.summary())
                .flatMap(written -> WrittenSummary.read(written.getBytes(StandardCharsets.UTF_8)));
        return new PastRun(
                run.id(),
                run.command(),
                run.status().name(),
                run.startedAt(),
                run.endedAt(),
                run.exitCode(),
                summary.map(WrittenSummary::persons).orElse(null),
                run.counts().persons(),
                run.counts().calls(),
                run.counts().tokens(),
                run.resumes() > 0 || (run.exitCode() == null && run.status() != RunStatus.COMPLETED),
                summary.map(WrittenSummary::why).orElse(null));
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
                null,
                run.calls(),
                run.tokens(),
                run.resumes() > 0,
                run.why());
    }

    /** Whether the same command goes on with it or gives it up. */
    public boolean unfinished() {
        return !status.equals("COMPLETED") && !status.equals("ABANDONED");
    }
}
