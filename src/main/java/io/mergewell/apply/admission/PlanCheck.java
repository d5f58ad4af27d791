package io.mergewell.apply.admission;

import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Decision;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.review.decided.DecidedReview;
import io.mergewell.review.decided.DecidedRow;
import io.mergewell.review.decided.Problem;
import io.mergewell.review.decided.RefusedReviewException;
import io.mergewell.review.words.Counted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the plan's row for each row of a review, and notes everything that does not fit. */
final class PlanCheck {

    private final Plan plan;
    private final Map<String, PlannedRow> planned = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> removed;
    private int leftOut;

    /** @param removed rows that were the plan's and are no longer, since somebody was erased with them */
    PlanCheck(Plan plan, Set<String> removed) {
        this.plan = plan;
        this.removed = Set.copyOf(removed);
        plan.groups().forEach(group -> group.actions()
                .forEach(action -> planned.put(action.rowKey(), new PlannedRow(group, action))));
    }

    private record PlannedRow(PlannedGroup group, PlannedAction action) {}

    /** The groups on which anything was decided, in the order of the plan. */
    List<AdmittedGroup> admit(DecidedReview review) {
        Map<String, Overrides> overrides = new HashMap<>();
        Map<String, RowDecision> decisions = new HashMap<>();
        take(review, overrides, decisions);
        if (!problems.isEmpty()) {
            throw new RefusedReviewException(review.file(), problems);
        }
        return groups(decisions, overrides);
    }

    /** All in a review that does not fit the plan. */
    List<Problem> problems(DecidedReview review) {
        take(review, new HashMap<>(), new HashMap<>());
        return List.copyOf(problems);
    }

    private void take(DecidedReview review, Map<String, Overrides> overrides, Map<String, RowDecision> decisions) {
        for (DecidedRow row : review.rows()) {
            PlannedRow found = planned.get(row.rowKey());
            if (removed.contains(row.rowKey())) {
                leftOut += row.decision() == null ? 0 : 1;
                continue;
            }
            if (found == null) {
                problem(
                        row,
                        "this row_key is not one of plan " + plan.id() + ". Delete the row, or put its row_key back.");
                continue;
            }
            overrides
                    .computeIfAbsent(found.group().id(), id -> new Overrides(found.group(), problems))
                    .take(row);
            Decision decision = row.decision();
            if (decision != null && fits(row, decision, found)) {
                decisions.put(
                        row.rowKey(),
                        new RowDecision(found.action(), decision, row.reviewer(), row.note(), row.place()));
            }
        }
    }

    /** A sentence on decisions that nothing can become of any more; none if there are none. */
    List<String> leftOut() {
        return leftOut == 0
                ? List.of()
                : List.of(Counted.of(leftOut, "decision") + " of the review " + (leftOut == 1 ? "was" : "were")
                        + " left out: somebody of the group was erased on request, and nothing of it was done.");
    }

    private boolean fits(DecidedRow row, Decision decision, PlannedRow found) {
        if (decision == Decision.APPROVE && found.action().kind() == ActionKind.NONE) {
            problem(
                    row,
                    "action NONE is for reading: this system cannot carry it out. Do it there by hand, and leave the"
                            + " decision empty.");
            return false;
        }
        if (decision == Decision.NOT_DUPLICATE && found.group().isEmptyShell()) {
            problem(row, "an empty record is nobody's duplicate. Write REJECT to keep it.");
            return false;
        }
        return true;
    }

    private List<AdmittedGroup> groups(Map<String, RowDecision> decisions, Map<String, Overrides> overrides) {
        List<AdmittedGroup> groups = new ArrayList<>();
        for (PlannedGroup group : plan.groups()) {
            List<RowDecision> decided = group.actions().stream()
                    .map(action -> decisions.get(action.rowKey()))
                    .flatMap(Stream::ofNullable)
                    .toList();
            Overrides override = overrides.get(group.id());
            if (!decided.isEmpty()) {
                PersonId survivor = override == null ? null : override.survivor();
                groups.add(new AdmittedGroup(group, decided, survivor, List.of()));
            }
        }
        return groups;
    }

    private void problem(DecidedRow row, String sentence) {
        problems.add(new Problem(row.place(), sentence));
    }
}
