package io.mergewell.job.apply;

import io.mergewell.job.batch.Work;
import io.mergewell.review.Counted;
import io.mergewell.store.FailPoint;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.memory.Runs;

/** Does one round after the other. What a round did is durable before it ends; here only its cost is counted. */
final class ActWork implements Work {

    private final ApplyContext run;
    private boolean begun;

    ActWork(ApplyContext run) {
        this.run = run;
    }

    @Override
    public Progress doSome() {
        run.stop().check();
        if (!begun) {
            run.announcer().stepStarted("act");
            begun = true;
        }
        // Apart from Batch's transaction, which would stay open through every call to the CRM.
        boolean more = run.store().readApart(() -> run.acting().round());
        FailPoint.hit("after-round");
        run.acting().limits().forEach(run::note);
        new Runs(run.store()).count(run.runId(), run.crm().unrecordedUsage());
        run.store().afterCommit(this::committed);
        return more ? Progress.MORE : Progress.DONE;
    }

    private void committed() {
        run.crm().usageRecorded();
        long open = run.store().readApart(() -> new Ledger(run.store()).countOpen());
        run.announcer().advanced(Counted.of(open, "approved row") + " to go");
    }
}
