package io.mergewell.review;

import io.mergewell.person.Person;
import io.mergewell.plan.PairDecision;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.review.words.Reasons;
import io.mergewell.review.words.Scores;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A row of {@code review.csv}: one proposal and what a person needs to decide on it. */
record ReviewRow(Plan plan, PlannedGroup group, PlannedAction action, HeldRows heldRows) {

    /** The rows of a plan, those of a group together. */
    static Stream<ReviewRow> of(Plan plan, HeldRows held) {
        return plan.groups().stream()
                .flatMap(group -> group.actions().stream().map(action -> new ReviewRow(plan, group, action, held)));
    }

    /** A cell of what was put off earlier; empty where nothing was. */
    String held(Function<PairDecision, String> value) {
        return heldRows.cell(group, action, value);
    }

    String score() {
        return group.isEmptyShell() ? "" : Scores.text(action.score());
    }

    String groupMinScore() {
        return group.isEmptyShell() ? "" : Scores.text(group.minScore());
    }

    String survivorId() {
        return group.survivor() == null ? "" : group.survivor().value();
    }

    /** A cell of the survivor; empty for an empty shell, which has none. */
    String survivor(Function<Person, String> cell) {
        return group.survivor() == null ? "" : cell.apply(group.member(group.survivor()));
    }

    String duplicate(Function<Person, String> cell) {
        return cell.apply(group.member(action.duplicate()));
    }

    /** Such as {@code e-mail the same (+13.2); birth date differs (-3.0)}. */
    String matchReasons() {
        return Reasons.text(action.evidence());
    }

    static String sentences(List<String> sentences) {
        return String.join(PersonCells.BETWEEN, sentences);
    }
}
