package io.mergewell.job.status;

import java.time.Instant;

/**
 * How far the newest run is, as it wrote down itself after its last commit.
 *
 * @param state RUNNING while it is at work, then how it ended
 * @param step the one it is in, or was in last
 * @param progress what it has done in it, as words
 * @param updatedAt when it wrote this down
 * @param process its process id
 * @param host where it runs
 */
public record LiveRun(
        String job,
        String runId,
        String command,
        String state,
        String step,
        String progress,
        Instant startedAt,
        Instant updatedAt,
        long process,
        String host) {

    public static final String RUNNING = "RUNNING";

    /**
     * Whether it is at work, as far as can be told from here: it has not said that it ended, and if this is its host, its
     * process is there. One that was killed never says so.
     */
    boolean running() {
        return state.equals(RUNNING) && (!host.equals(ThisHost.name()) || ThisHost.hasSince(updatedAt, process));
    }

    LiveRun at(String newStep, String newProgress, Instant now) {
        return new LiveRun(job, runId, command, state, newStep, newProgress, startedAt, now, process, host);
    }

    LiveRun ended(String newState, Instant now) {
        return new LiveRun(job, runId, command, newState, step, progress, startedAt, now, process, host);
    }
}
