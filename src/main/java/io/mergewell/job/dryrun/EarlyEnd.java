package io.mergewell.job.dryrun;

import io.mergewell.crm.CrmException;
import io.mergewell.job.NextCommand;
import io.mergewell.job.RunExit;
import io.mergewell.review.ReviewException;
import io.mergewell.review.Summary;
import io.mergewell.review.SummaryFile;
import io.mergewell.store.memory.Run;
import io.mergewell.store.memory.RunStatus;
import io.mergewell.store.memory.Runs;
import io.mergewell.store.mirror.Readings;
import java.util.List;

/** Writes down that a run ended before its time, as far as that can still be written. */
final class EarlyEnd {

    private final RunContext run;

    EarlyEnd(RunContext run) {
        this.run = run;
    }

    /** The failure as a sentence where there is one, after the run's history says how it ended. */
    RuntimeException noted(RuntimeException failure) {
        RuntimeException explained = explained(failure);
        int code = RunExit.codeOf(explained).orElse(RunExit.BUG);
        RunStatus status = status(failure, code);
        try {
            noteReading(failure, explained);
            noteRun(status, code, explained);
        } catch (RuntimeException e) {
            // The store or the disk is what failed: the next run finds this one killed, which is as good.
            explained.addSuppressed(e);
        }
        run.announcer().ended(status.name());
        return explained;
    }

    private static RunStatus status(RuntimeException failure, int code) {
        if (failure instanceof DoubtfulRead doubtful && doubtful.afterMatching()) {
            return RunStatus.ABANDONED;
        }
        return code == RunExit.STOPPED ? RunStatus.STOPPED : RunStatus.FAILED;
    }

    private RuntimeException explained(RuntimeException failure) {
        if (failure instanceof DoubtfulRead doubtful) {
            return doubtful.explained();
        }
        return run.store().explain(failure).map(RuntimeException.class::cast).orElse(failure);
    }

    private void noteReading(RuntimeException failure, RuntimeException explained) {
        Readings readings = new Readings(run.store());
        if (failure instanceof DoubtfulRead doubtful) {
            readings.doubt(doubtful.completion());
        } else if (explained instanceof CrmException.BrokenContract) {
            readings.find(run.runId()).ifPresent(readings::noteFailure);
        }
    }

    private void noteRun(RunStatus status, int code, RuntimeException explained) {
        Runs runs = new Runs(run.store());
        runs.count(run.runId(), run.crm().unrecordedUsage());
        runs.end(run.runId(), status, code, run.clock().instant());
        if (!(explained instanceof ReviewException)) {
            SummaryFile.write(run.folder(), summary(runs.find(run.runId()).orElseThrow(), code));
        }
    }

    private Summary summary(Run ended, int code) {
        Summary.Api api = new Summary.Api(
                ended.counts().calls(), ended.counts().tokens(), ended.counts().retries());
        return new Summary(
                run.file().name(),
                run.runId(),
                DryRunJob.NAME,
                ended.status().name(),
                code,
                ended.startedAt(),
                run.clock().instant(),
                Summary.Counts.read(ended.counts().persons(), ended.counts().pages()),
                api,
                null,
                List.of(),
                NextCommand.of(DryRunJob.NAME, run.file().path()),
                run.notes(),
                List.of(),
                null,
                ended.resumes());
    }
}
