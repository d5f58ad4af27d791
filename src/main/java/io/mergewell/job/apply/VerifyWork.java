package io.mergewell.job.apply;

import io.mergewell.apply.Rounds;
import io.mergewell.job.batch.Work;
import io.mergewell.job.run.RunContext;
import io.mergewell.store.memory.Runs;

/** Looks once more at rows that nobody could tell of: an answer may be late, and so may what it answers. */
final class VerifyWork implements Work {

    private final RunContext run;
    private final Rounds rounds;

    VerifyWork(RunContext run, Rounds rounds) {
        this.run = run;
        this.rounds = rounds;
    }

    @Override
    public Progress doSome() {
        run.stop().check();
        run.announcer().stepStarted("verify");
        run.store().readApart(rounds::lookAgain);
        new Runs(run.store()).count(run.runId(), run.crm().unrecordedUsage());
        run.store().afterCommit(run.crm()::usageRecorded);
        return Progress.DONE;
    }
}
