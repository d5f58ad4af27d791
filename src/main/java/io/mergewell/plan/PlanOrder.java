package io.mergewell.plan;

import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which a reader meets the groups: the surest first, because they are quickly decided; among equally sure
 * ones (to the percent) those on which most hangs; empty shells last.
 */
final class PlanOrder {

    private static final Comparator<Placed> ORDER = Comparator.comparing(Placed::empty)
            .thenComparing(Placed::band)
            .thenComparing(Comparator.comparingInt(Placed::percent).reversed())
            .thenComparing(Comparator.comparingInt(Placed::linked).reversed())
            .thenComparing(Comparator.comparingInt(Placed::members).reversed())
            .thenComparing(Placed::lowestId);

    /** A group and what its place depends on, worked out once and not for each comparison. */
    private record Placed(
            PlannedGroup group, boolean empty, Band band, int percent, int linked, int members, PersonId lowestId) {

        static Placed of(PlannedGroup group) {
            return new Placed(
                    group,
                    group.isEmptyShell(),
                    group.band(),
                    (int) (group.minScore() * 100),
                    group.members().stream()
                            .mapToInt(person -> person.facts().links().total())
                            .sum(),
                    group.members().size(),
                    group.members().stream()
                            .map(Person::id)
                            .min(Comparator.naturalOrder())
                            .orElseThrow());
        }
    }

    private PlanOrder() {}

    static List<PlannedGroup> sorted(List<PlannedGroup> groups) {
        return groups.stream().map(Placed::of).sorted(ORDER).map(Placed::group).toList();
    }
}
