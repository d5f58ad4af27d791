package io.mergewell.job.apply;

import io.mergewell.job.run.EarlyEnd;
import io.mergewell.review.decided.RefusedReviewException;
import io.mergewell.review.summary.SummaryFile;
import io.mergewell.store.memory.RunStatus;
import io.mergewell.store.memory.Runs;

/** What an apply run that ends early leaves behind: receipts of what it did, unless its review was refused. */
record ApplyEpilogue(Applying applying) implements EarlyEnd.Epilogue {

    @Override
    public boolean isAbandoned(RuntimeException failure) {
        return failure instanceof RefusedReviewException;
    }

    @Override
    public void write(RunStatus status, int exitCode) {
        if (status != RunStatus.ABANDONED) {
            new Runs(applying.run().store())
                    .summarise(
                            applying.run().runId(),
                            SummaryFile.toJson(Receipts.of(applying).write(status, exitCode)));
        }
    }
}
