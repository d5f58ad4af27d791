package io.mergewell.job.dryrun;

import io.mergewell.cluster.Group;
import io.mergewell.job.batch.Work;
import io.mergewell.job.run.RunContext;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.draft.Asides;
import io.mergewell.plan.draft.MatchedGroup;
import io.mergewell.plan.draft.Planner;
import io.mergewell.plan.draft.RejectedRows;
import io.mergewell.plan.golden.Aside;
import io.mergewell.review.Counted;
import io.mergewell.store.FailPoint;
import io.mergewell.store.memory.Inputs;
import io.mergewell.store.memory.Matches;
import io.mergewell.store.memory.Plans;
import io.mergewell.store.memory.Runs;
import io.mergewell.store.mirror.Mirror;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Plans over persons as they are now, and freezes the plan. */
final class PlanWork implements Work {

    private final RunContext run;

    PlanWork(RunContext run) {
        this.run = run;
    }

    @Override
    public Progress doSome() {
        run.stop().check();
        run.announcer().stepStarted("plan");
        Matches.LastMatch match = run.store()
                .readApart(() -> new Matches(run.store()).find(run.runId()))
                .orElseThrow(() -> new IllegalStateException("Nothing was matched in this run."));
        PresentPersons present = PresentPersons.read(run, members(match));
        Mirror mirror = new Mirror(run.store());
        long persons = run.store().readApart(mirror::count) - present.dropped().size();
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
        Plans plans = new Plans(run.store(), run.file().name());
        plans.freeze(run.runId(), plan, now);
        new Inputs(run.store()).planned(plan.id());
        plans.dropFrozenBefore(now.minus(run.file().plan().validFor()));
    }

    private Plan plan(Matches.LastMatch match, PresentPersons present, long persons) {
        EarlierDecisions earlier = EarlierDecisions.of(run, present.persons());
        RejectedRows rejected = earlier.rejectedRows();
        Asides asides = new Asides(present.asides());
        List<MatchedGroup> groups = match.resolution().groups().stream()
                .map(group -> MatchedGroup.of(group, present.persons(), present.changed())
                        .without(rejected)
                        .with(asides))
                .toList();
        List<Person> shells = match.shells().stream()
                .map(present.persons()::get)
                .filter(Objects::nonNull)
                .filter(shell -> !earlier.keepsShell(shell))
                .filter(shell -> asides.of(shell.id()).equals(Aside.NONE))
                .toList();
        return new Planner(
                        run.file().plan(),
                        run.crm().out().capabilities(),
                        match.resolution().thresholds(),
                        run.file().match().phoneRegion())
                .plan(run.file().name(), persons, groups, shells);
    }

    private static List<PersonId> members(Matches.LastMatch match) {
        Stream<PersonId> grouped =
                match.resolution().groups().stream().map(Group::members).flatMap(List::stream);
        return Stream.concat(grouped, match.shells().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private void committed(Plan plan) {
        run.crm().usageRecorded();
        run.announcer().advanced(planned(plan));
        FailPoint.hit("after-plan-commit");
    }

    /** Records that hold nothing are planned one by one: they are no group. */
    private static String planned(Plan plan) {
        long shells = plan.groups().stream().filter(PlannedGroup::isEmptyShell).count();
        String groups = Counted.of(plan.groups().size() - shells, "group") + " planned";
        return shells == 0 ? groups : groups + ", and " + Counted.of(shells, "record") + " without any content";
    }
}
