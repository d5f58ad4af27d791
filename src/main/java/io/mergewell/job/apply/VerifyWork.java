package io.mergewell.job.apply;

import io.mergewell.apply.act.Acting;
import io.mergewell.job.batch.Work;
import io.mergewell.job.run.RunContext;
import io.mergewell.store.memory.Runs;

/** Looks once more at rows that nobody could tell of: an answer may be late, and so may what it answers. */
final class VerifyWork implements Work {

    private final RunContext run;
    private final Acting acting;

    VerifyWork(RunContext run, Acting acting) {
        this.run = run;
        this.acting = acting;
    }

    @Override
    public Progress doSome() {
        run.stop().check();
        run.announcer().stepStarted("verify");
        run.store().readApart(acting::lookAgain);
        new Runs(run.store()).count(run.runId(), run.crm().unrecordedUsage());
        run.store().afterCommit(run.crm()::usageRecorded);
        return Progress.DONE;
    }
}
