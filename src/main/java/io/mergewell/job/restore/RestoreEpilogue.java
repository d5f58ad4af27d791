package io.mergewell.job.restore;

import io.mergewell.apply.restore.RestorePlan;
import io.mergewell.job.run.EarlyEnd;
import io.mergewell.job.run.RunContext;
import io.mergewell.review.summary.SummaryFile;
import io.mergewell.store.memory.RunStatus;
import io.mergewell.store.memory.Runs;

/** What a restore that ends early leaves behind: receipts of what it did. */
record RestoreEpilogue(RunContext run, RestorePlan plan) implements EarlyEnd.Epilogue {

    @Override
    public void write(RunStatus status, int exitCode) {
        new Runs(run.store())
                .summarise(run.runId(), SummaryFile.toJson(new RestoreReceipts(run, plan).write(status, exitCode)));
    }
}
