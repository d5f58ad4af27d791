package io.mergewell.job.dryrun;

import io.mergewell.cluster.Resolution;
import io.mergewell.cluster.Resolver;
import io.mergewell.job.batch.Work;
import io.mergewell.job.run.RunContext;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import io.mergewell.plan.draft.Planner;
import io.mergewell.review.Counted;
import io.mergewell.store.FailPoint;
import io.mergewell.store.memory.KeptApart;
import io.mergewell.store.memory.Matches;
import io.mergewell.store.mirror.Mirror;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Matches the whole mirror. */
final class MatchWork implements Work {

    private final RunContext run;

    MatchWork(RunContext run) {
        this.run = run;
    }

    @Override
    public Progress doSome() {
        run.stop().check();
        run.announcer().stepStarted("match");
        Set<PersonPair> keptApart = run.store().readApart(new KeptApart(run.store())::pairs);
        Resolver resolver = new Resolver(run.file().match());
        List<PersonId> shells = new ArrayList<>();
        new Mirror(run.store()).forEach(person -> {
            run.stop().check();
            resolver.add(person);
            if (Planner.mayBeEmptyShell(person)) {
                shells.add(person.id());
            }
        });
        Resolution resolution = resolver.resolve(keptApart);
        run.stop().check();
        FailPoint.hit("before-match-commit");
        new Matches(run.store()).save(run.runId(), new Matches.LastMatch(resolution, shells));
        run.store().afterCommit(() -> committed(resolution));
        return Progress.DONE;
    }

    private void committed(Resolution resolution) {
        run.announcer()
                .advanced(Counted.of(resolution.pairsCompared(), "pair") + " compared, "
                        + Counted.of(resolution.groups().size(), "group") + " found");
        FailPoint.hit("after-match-commit");
    }
}
