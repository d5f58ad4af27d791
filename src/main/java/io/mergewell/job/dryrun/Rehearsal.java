package io.mergewell.job.dryrun;

import io.mergewell.cluster.Matching;
import io.mergewell.cluster.Resolution;
import io.mergewell.cluster.Resolver;
import io.mergewell.crm.connect.WayOut;
import io.mergewell.job.JobFile;
import io.mergewell.job.StoreLook;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import io.mergewell.plan.Plan;
import io.mergewell.plan.draft.Planner;
import io.mergewell.plan.golden.Aside;
import io.mergewell.store.Store;
import io.mergewell.store.memory.KeptApart;
import io.mergewell.store.memory.Matches;
import io.mergewell.store.mirror.Mirror;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** What a dry run with some settings would plan on the persons that were read last. Nothing is asked, nothing is kept. */
public final class Rehearsal {

    private static final int BATCH = 2_000;

    private final StoreLook store;
    private final WayOut out;

    /**
     * A rehearsal on one mirror.
     *
     * @param out is asked only what the system can do
     */
    public Rehearsal(StoreLook store, WayOut out) {
        this.store = store;
        this.out = out;
    }

    /**
     * Matches the whole mirror and plans.
     *
     * @param file its settings of matching and planning are the ones to try
     * @param witness sees what matching found, before that is let go
     */
    public Plan plan(JobFile file, BiConsumer<Matching, Resolution> witness) {
        Matches.LastMatch match = match(file, witness);
        return store.at(opened -> plan(opened, file, match));
    }

    private Matches.LastMatch match(JobFile file, BiConsumer<Matching, Resolution> witness) {
        Resolver resolver = new Resolver(file.match());
        List<PersonId> shells = new ArrayList<>();
        Set<PersonPair> keptApart = store.at(opened -> {
            new Mirror(opened).forEach(person -> {
                resolver.add(person);
                if (Planner.mayBeEmptyShell(person)) {
                    shells.add(person.id());
                }
            });
            return new KeptApart(opened).pairs();
        });
        Matching matching = resolver.match(keptApart);
        Resolution resolution = matching.resolution();
        witness.accept(matching, resolution);
        return new Matches.LastMatch(resolution, shells);
    }

    private Plan plan(Store opened, JobFile file, Matches.LastMatch match) {
        Mirror mirror = new Mirror(opened);
        Map<PersonId, Person> present = new TreeMap<>();
        Map<PersonId, Aside> asides = new HashMap<>();
        List<PersonId> concerned = Drafting.concerned(match);
        for (int from = 0; from < concerned.size(); from += BATCH) {
            opened.giveWay();
            mirror.find(concerned.subList(from, Math.min(from + BATCH, concerned.size())))
                    .forEach((id, mirrored) -> {
                        present.put(id, mirrored.person());
                        Aside aside = out.aside(mirrored.raw());
                        if (!aside.equals(Aside.NONE)) {
                            asides.put(id, aside);
                        }
                    });
        }
        EarlierDecisions earlier = EarlierDecisions.of(opened, file.match(), present);
        return new Drafting(file, out.capabilities(), earlier).plan(match, present, asides, Set.of(), mirror.count());
    }
}
