package io.mergewell.cli.compare;

import io.mergewell.job.JobFile;
import io.mergewell.job.dryrun.Rehearsal;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Band;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.review.PersonCells;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What of a plan a comparison needs, without its persons: of a million of them two plans must have room.
 *
 * @param groups those of two and more
 * @param names of all members
 * @param empty records without any content that would be deleted
 */
public record PlanSketch(List<Sketched> groups, Map<PersonId, String> names, long empty, PairEvidence evidence) {

    /**
     * A group.
     *
     * @param members ascending
     * @param actions by duplicate
     */
    record Sketched(List<PersonId> members, PersonId survivor, Band band, SortedMap<PersonId, ActionKind> actions) {

        Sketched {
            members = List.copyOf(members);
            actions = Collections.unmodifiableSortedMap(new TreeMap<>(actions));
        }

        static Sketched of(PlannedGroup group) {
            SortedMap<PersonId, ActionKind> actions = new TreeMap<>();
            group.actions().forEach(action -> actions.put(action.duplicate(), action.kind()));
            return new Sketched(
                    List.copyOf(group.fingerprints().keySet()),
                    Objects.requireNonNull(group.survivor()),
                    group.band(),
                    actions);
        }

        long pairs() {
            return members.size() * (members.size() - 1L) / 2;
        }
    }

    /** Plans with the settings of a job file, and keeps the outlines. */
    public static PlanSketch draw(Rehearsal rehearsal, JobFile file) {
        List<PairEvidence> evidence = new ArrayList<>();
        Plan plan = rehearsal.plan(file, (matching, resolution) -> evidence.add(PairEvidence.of(matching, resolution)));
        List<Sketched> groups = new ArrayList<>();
        Map<PersonId, String> names = new HashMap<>();
        for (PlannedGroup group : plan.groups()) {
            if (!group.isEmptyShell()) {
                groups.add(Sketched.of(group));
                group.members().forEach(member -> names.put(member.id(), PersonCells.name(member)));
            }
        }
        return new PlanSketch(groups, names, plan.groups().size() - groups.size(), evidence.get(0));
    }

    /** How many pairs are within groups of a band. */
    long pairs(Band band) {
        return pairs(group -> group.band() == band);
    }

    long pairs() {
        return pairs(group -> true);
    }

    private long pairs(Predicate<Sketched> which) {
        return groups.stream().filter(which).mapToLong(Sketched::pairs).sum();
    }
}
