package io.mergewell.job.dryrun;

import io.mergewell.job.batch.Work;
import io.mergewell.job.run.RunContext;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.review.words.Counted;
import io.mergewell.store.FailPoint;
import io.mergewell.store.memory.Inputs;
import io.mergewell.store.memory.Matches;
import io.mergewell.store.memory.Plans;
import io.mergewell.store.memory.Runs;
import io.mergewell.store.mirror.Mirror;
import java.time.Instant;

/** Plans over persons as they are now, and freezes the plan. */
final class PlanWork implements Work {

    private final RunContext run;
    private final Plans plans;

    PlanWork(RunContext run, Plans plans) {
        this.run = run;
        this.plans = plans;
    }

    @Override
    public Progress doSome() {
        run.stop().check();
        run.announcer().stepStarted("plan");
        Matches.LastMatch match = run.store()
                .readApart(() -> new Matches(run.store()).find(run.runId()))
                .orElseThrow(() -> new IllegalStateException("Nothing was matched in this run."));
        PresentPersons present = PresentPersons.read(run, Drafting.concerned(match));
        Mirror mirror = new Mirror(run.store());
        // Whom the mirror has lost meanwhile, to an apply or to this step before it was killed, counts once.
        long persons = run.store()
                .readApart(() -> mirror.count() - mirror.find(present.dropped()).size());
        Plan plan = plan(match, present, persons);
        FailPoint.hit("before-plan-commit");
        mirror.remove(present.dropped());
        mirror.refresh(present.reread());
        freeze(plan);
        Runs runs = new Runs(run.store());
        runs.planned(run.runId(), plan.id());
        runs.count(run.runId(), present.counts(run.crm().unrecordedUsage()));
        runs.reject(run.runId(), present.rejections());
        run.store().afterCommit(() -> committed(plan));
        return Progress.DONE;
    }

    private void freeze(Plan plan) {
        Instant now = run.clock().instant();
        plans.freeze(run.runId(), plan, now);
        new Inputs(run.store()).planned(plan.id());
        plans.dropFrozenBefore(now.minus(run.file().plan().validFor()));
    }

    private Plan plan(Matches.LastMatch match, PresentPersons present, long persons) {
        EarlierDecisions earlier = EarlierDecisions.of(run.store(), run.file().match(), present.persons());
        return new Drafting(run.file(), run.crm().out().capabilities(), earlier)
                .plan(match, present.persons(), present.asides(), present.changed(), persons);
    }

    private void committed(Plan plan) {
        run.crm().usageRecorded();
        run.announcer().advanced(planned(plan));
        FailPoint.hit("after-plan-commit");
    }

    private static String planned(Plan plan) {
        long shells = plan.groups().stream().filter(PlannedGroup::isEmptyShell).count();
        String groups = Counted.of(plan.groups().size() - shells, "group") + " planned";
        return shells == 0 ? groups : groups + ", and " + Counted.of(shells, "empty record");
    }
}
