package io.mergewell.review;

import io.mergewell.person.Person;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.review.words.Scores;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A row of {@code groups.csv}: one record of a group. */
record GroupRow(Plan plan, PlannedGroup group, Person person) {

    /** The records of a plan, those of a group together, its survivor first. */
    static Stream<GroupRow> of(Plan plan) {
        return plan.groups().stream()
                .flatMap(group -> group.members().stream().map(person -> new GroupRow(plan, group, person)));
    }

    String master() {
        return person.id().equals(group.survivor()) ? "yes" : "no";
    }

    String minScore() {
        return group.isEmptyShell() ? "" : Scores.text(group.minScore());
    }

    /** A cell of the row that proposes something for this record; empty for the survivor. */
    String action(Function<PlannedAction, String> cell) {
        Optional<PlannedAction> action = group.actions().stream()
                .filter(candidate -> candidate.duplicate().equals(person.id()))
                .findFirst();
        return action.map(cell).orElse("");
    }
}
