package io.mergewell.job.apply;

import io.mergewell.apply.Rounds;
import io.mergewell.job.Amount;
import io.mergewell.job.batch.Work;
import io.mergewell.job.run.RunContext;
import io.mergewell.review.words.Counted;
import io.mergewell.store.FailPoint;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.memory.Runs;

/**
 * Does one round after the other, and tells after each how far it is. What a round did is durable before it ends; here
 * only its cost is counted.
 */
final class ActWork implements Work {

    private static final long NOT_BEGUN = -1;

    private final RunContext run;
    private final Rounds rounds;
    private final Ledger ledger;
    private long toDo = NOT_BEGUN;

    ActWork(RunContext run, Rounds rounds) {
        this.run = run;
        this.rounds = rounds;
        this.ledger = new Ledger(run.store());
    }

    @Override
    public Progress doSome() {
        run.stop().check();
        if (toDo == NOT_BEGUN) {
            toDo = ledger.countOpen();
            run.announcer().stepStarted("act");
            run.announcer().advanced(Counted.of(toDo, "approved row") + " to do");
            run.announcer().counted(new Amount(0, toDo, "rows"));
        }
        // Apart from Batch's transaction, which would stay open through every call to the CRM.
        boolean more = run.store().readApart(rounds::round);
        FailPoint.hit("after-round");
        rounds.limits().forEach(run::note);
        new Runs(run.store()).count(run.runId(), run.crm().unrecordedUsage());
        run.store().afterCommit(this::committed);
        return more ? Progress.MORE : Progress.DONE;
    }

    private void committed() {
        run.crm().usageRecorded();
        long open = run.store().readApart(ledger::countOpen);
        run.announcer().advanced(Counted.number(toDo - open) + " of " + Counted.of(toDo, "approved row") + " settled");
        run.announcer().counted(new Amount(toDo - open, toDo, "rows"));
    }
}
