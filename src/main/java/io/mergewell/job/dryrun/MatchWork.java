package io.mergewell.job.dryrun;

import io.mergewell.cluster.Resolution;
import io.mergewell.cluster.Resolver;
import io.mergewell.job.Amount;
import io.mergewell.job.batch.Work;
import io.mergewell.job.run.RunContext;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import io.mergewell.plan.draft.Planner;
import io.mergewell.review.words.Counted;
import io.mergewell.store.FailPoint;
import io.mergewell.store.memory.KeptApart;
import io.mergewell.store.memory.Matches;
import io.mergewell.store.mirror.Mirror;
import io.mergewell.store.mirror.MirrorState;
import io.mergewell.store.mirror.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Matches the whole mirror. */
final class MatchWork implements Work {

    private static final int TOLD_EVERY = 1_000;

    private final RunContext run;
    private long taken;

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
        long persons = run.store()
                .readApart(new Readings(run.store())::state)
                .map(MirrorState::persons)
                .orElseThrow();
        new Mirror(run.store()).forEach(person -> {
            run.stop().check();
            resolver.add(person);
            announce(++taken, persons);
            if (Planner.mayBeEmptyShell(person)) {
                shells.add(person.id());
            }
        });
        run.announcer().counted(new Amount(0, null, ""));
        Resolution resolution = resolver.resolve(keptApart);
        run.stop().check();
        FailPoint.hit("before-match-commit");
        new Matches(run.store()).save(run.runId(), new Matches.LastMatch(resolution, shells));
        run.store().afterCommit(() -> committed(resolution));
        return Progress.DONE;
    }

    private void announce(long done, long persons) {
        if (done % TOLD_EVERY == 0) {
            run.announcer().counted(new Amount(done, persons, "persons"));
        }
    }

    private void committed(Resolution resolution) {
        run.announcer()
                .advanced(Counted.of(resolution.pairsCompared(), "pair") + " compared, "
                        + Counted.of(resolution.groups().size(), "group") + " found");
        FailPoint.hit("after-match-commit");
    }
}
