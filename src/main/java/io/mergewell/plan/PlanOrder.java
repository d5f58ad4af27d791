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

    private static final Comparator<PlannedGroup> ORDER = Comparator.comparing(PlannedGroup::isEmptyShell)
            .thenComparing(PlannedGroup::band)
            .thenComparing(Comparator.comparingInt(PlanOrder::percent).reversed())
            .thenComparing(Comparator.comparingInt(PlanOrder::linked).reversed())
            .thenComparing(Comparator.comparingInt(
                            (PlannedGroup group) -> group.members().size())
                    .reversed())
            .thenComparing(PlanOrder::lowestId);

    private PlanOrder() {}

    static List<PlannedGroup> sorted(List<PlannedGroup> groups) {
        return groups.stream().sorted(ORDER).toList();
    }

    private static int percent(PlannedGroup group) {
        return (int) (group.minScore() * 100);
    }

    private static int linked(PlannedGroup group) {
        return group.members().stream()
                .mapToInt(person -> person.facts().links().total())
                .sum();
    }

    private static PersonId lowestId(PlannedGroup group) {
        return group.members().stream()
                .map(Person::id)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
