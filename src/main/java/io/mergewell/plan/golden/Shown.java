package io.mergewell.plan.golden;

import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;

/** Whether a reviewer could see in the report that a value would go. */
public final class Shown {

    private Shown() {}

    /** Whether any row of a group shows that a value would be lost, or stood against another. */
    public static boolean test(PlannedGroup group, FieldValue lost) {
        return group.actions().stream().anyMatch(action -> test(action, lost));
    }

    private static boolean test(PlannedAction action, FieldValue lost) {
        return action.valuesLost().contains(lost.text())
                || action.conflicts().stream()
                        .anyMatch(conflict ->
                                conflict.startsWith(lost.field() + ": ") && conflict.contains(lost.value()));
    }
}
