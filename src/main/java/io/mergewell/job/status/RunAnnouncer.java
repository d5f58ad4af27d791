package io.mergewell.job.status;

import io.mergewell.job.Amount;
import io.mergewell.job.JobFile;
import io.mergewell.job.RunProgress;
import java.time.Clock;
import java.time.Instant;

/** Tells how far a run is: to whoever started it, and in the status file to everybody else. */
public final class RunAnnouncer {

    private final RunProgress progress;
    private final Clock clock;
    private final StatusFile file;
    private LiveRun run;

    public RunAnnouncer(
            JobFile job, String runId, String command, Instant startedAt, RunProgress progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
        this.file = new StatusFile(job.reports());
        this.run = new LiveRun(
                job.name(),
                runId,
                command,
                LiveRun.RUNNING,
                "start",
                "",
                startedAt,
                clock.instant(),
                ProcessHandle.current().pid(),
                ThisHost.name());
        file.write(run);
    }

    public void stepStarted(String step) {
        progress.stepStarted(step);
        run = run.at(step, "", clock.instant());
        file.write(run);
    }

    /** Work has been committed. */
    public void advanced(String sentence) {
        progress.advanced(run.step(), sentence);
        run = run.at(run.step(), sentence, clock.instant());
        file.write(run);
    }

    /** Work goes on; told to who watches, and not written down. */
    public void counted(Amount amount) {
        progress.counted(amount);
    }

    /** The run has ended, as in {@code COMPLETED}. */
    public void ended(String state) {
        run = run.ended(state, clock.instant());
        file.write(run);
    }
}
