package io.mergewell.store.memory;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a command.
 *
 * @param id sorts by the time the run began
 * @param command such as {@code dry-run}
 * @param work digest of what it works on: the run goes on only with the same work
 * @param endedAt null while it is at work
 * @param exitCode null while it is at work
 * @param resumes how often it went on after it had been interrupted
 * @param planId of the plan it made; null if it made none
 * @param summary {@code summary.json}; null before it was written
 */
public record Run(
        String id,
        String command,
        String work,
        RunStatus status,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Integer exitCode,
        RunCounts counts,
        int resumes,
        @Nullable String planId,
        @Nullable String summary) {

    /** After this long a run is not continued: what it read is too old. */
    private static final Duration FRESH = Duration.ofHours(24);

    /** Whether it neither wrote its report nor was given up. */
    public boolean unfinished() {
        return status != RunStatus.COMPLETED && status != RunStatus.ABANDONED;
    }

    /** Whether a command with this work goes on with it. */
    public boolean continues(String otherWork, Instant now) {
        return unfinished() && work.equals(otherWork) && now.isBefore(startedAt.plus(FRESH));
    }
}
