package io.mergewell.job.run;

import io.mergewell.crm.connect.WayOut;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.draft.Asides;
import io.mergewell.plan.golden.Aside;
import io.mergewell.store.mirror.Mirror;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the records of groups hold beside their persons, as they were read last. */
final class MirroredAsides {

    private static final int BATCH = 2_000;

    private MirroredAsides() {}

    /** Only the records of a file hold anything. */
    static Asides of(RunContext run, List<PlannedGroup> groups) {
        if (!(run.crm().out() instanceof WayOut.Copy out)) {
            return Asides.NONE;
        }
        List<PersonId> members = groups.stream()
                .flatMap(group -> group.members().stream())
                .map(Person::id)
                .toList();
        Mirror mirror = new Mirror(run.store());
        Map<PersonId, Aside> asides = new HashMap<>();
        for (int from = 0; from < members.size(); from += BATCH) {
            mirror.find(members.subList(from, Math.min(from + BATCH, members.size())))
                    .forEach((id, mirrored) -> {
                        Aside aside = out.aside(mirrored.raw());
                        if (!aside.equals(Aside.NONE)) {
                            asides.put(id, aside);
                        }
                    });
        }
        return new Asides(asides);
    }
}
