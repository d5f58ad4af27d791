package io.mergewell.job.apply;

import io.mergewell.job.RunExit;
import io.mergewell.review.ReviewException;
import io.mergewell.review.Summary;
import io.mergewell.review.SummaryFile;
import io.mergewell.review.decided.RefusedReviewException;
import io.mergewell.store.memory.RunStatus;
import io.mergewell.store.memory.Runs;
import java.util.Objects;

/** Writes down what a run did that ended before its time, as far as that can still be written. */
final class EarlyApplyEnd {

    private final ApplyContext run;

    EarlyApplyEnd(ApplyContext run) {
        this.run = run;
    }

    /** The failure as a sentence where there is one, after the run's history says how it ended. */
    RuntimeException noted(RuntimeException failure) {
        RuntimeException explained =
                run.store().explain(failure).map(RuntimeException.class::cast).orElse(failure);
        int code = RunExit.codeOf(explained).orElse(RunExit.BUG);
        RunStatus status = status(explained, code);
        try {
            if (code != RunExit.BUG) {
                run.note(Objects.requireNonNullElse(explained.getMessage(), ""));
            }
            note(status, code, explained);
        } catch (RuntimeException e) {
            // The store or the disk is what failed: the next run finds this one killed, which is as good.
            explained.addSuppressed(e);
        }
        run.announcer().ended(status.name());
        return explained;
    }

    /** A review that was refused began nothing that could be gone on with. */
    private static RunStatus status(RuntimeException explained, int code) {
        if (explained instanceof RefusedReviewException) {
            return RunStatus.ABANDONED;
        }
        return code == RunExit.STOPPED ? RunStatus.STOPPED : RunStatus.FAILED;
    }

    private void note(RunStatus status, int code, RuntimeException explained) {
        Runs runs = new Runs(run.store());
        runs.count(run.runId(), run.crm().unrecordedUsage());
        runs.end(run.runId(), status, code, run.clock().instant());
        if (!(explained instanceof ReviewException) && status != RunStatus.ABANDONED) {
            Summary summary = Receipts.of(run).write(status, code);
            runs.summarise(run.runId(), SummaryFile.toJson(summary));
        }
    }
}
