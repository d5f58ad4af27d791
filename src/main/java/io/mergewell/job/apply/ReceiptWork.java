package io.mergewell.job.apply;

import io.mergewell.job.RunExit;
import io.mergewell.job.batch.Work;
import io.mergewell.job.run.RunContext;
import io.mergewell.review.summary.Summary;
import io.mergewell.review.summary.SummaryFile;
import io.mergewell.store.FailPoint;
import io.mergewell.store.memory.RunStatus;
import io.mergewell.store.memory.Runs;

/** Writes down what was done, and ends the run. */
final class ReceiptWork implements Work {

    private final Applying applying;
    private final RunContext run;

    ReceiptWork(Applying applying) {
        this.applying = applying;
        this.run = applying.run();
    }

    @Override
    public Progress doSome() {
        run.stop().check();
        run.announcer().stepStarted("receipt");
        new GivenUpReceipts(run).write();
        Receipts receipts = Receipts.of(applying);
        int code = receipts.isAllWell() ? RunExit.DONE : RunExit.PARTLY;
        Summary summary = receipts.write(RunStatus.COMPLETED, code);
        FailPoint.hit("after-receipt-files");
        Runs runs = new Runs(run.store());
        runs.summarise(run.runId(), SummaryFile.toJson(summary));
        runs.end(run.runId(), RunStatus.COMPLETED, code, summary.endedAt());
        run.store().afterCommit(() -> {
            run.finishedWith(summary);
            run.announcer().ended(summary.status());
            FailPoint.hit("after-receipt-commit");
        });
        return Progress.DONE;
    }
}
