package io.mergewell.apply.admission;

import io.mergewell.person.PersonId;
import io.mergewell.plan.Decision;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of a plan on which something was decided.
 *
 * @param planned as it was frozen
 * @param decisions at least one, in the order of the group's rows
 * @param overrideSurvivor a member that shall survive instead of the planned survivor; null if that stays
 * @param contradictions sentences on why nothing of this group may be applied; empty where nothing stands against it
 */
public record AdmittedGroup(
        PlannedGroup planned,
        List<RowDecision> decisions,
        @Nullable PersonId overrideSurvivor,
        List<String> contradictions) {

    public AdmittedGroup {
        decisions = List.copyOf(decisions);
        contradictions = List.copyOf(contradictions);
    }

    /** The rows to apply; none if anything contradicts them. */
    public List<PlannedAction> approved() {
        return contradictions.isEmpty() ? saidToBeOne() : List.of();
    }

    /** What was decided otherwise: REJECT, HOLD and NOT_DUPLICATE hold whatever becomes of the rest. */
    public List<RowDecision> others() {
        return decisions.stream()
                .filter(decided -> decided.decision() != Decision.APPROVE)
                .toList();
    }

    /** Who survives; null for an empty shell. */
    public @Nullable PersonId survivor() {
        return overrideSurvivor == null ? planned.survivor() : overrideSurvivor;
    }

    /**
     * Whose record disappears when a row is applied: its duplicate, or the planned survivor where the duplicate is the
     * one that survives instead.
     *
     * <p>A row of kind DELETE says that the survivor holds all that the duplicate holds. Of another survivor nobody has
     * said that yet, so that it has to be found out anew.
     */
    public PersonId absorbed(PlannedAction row) {
        PersonId survivor = planned.survivor();
        return survivor != null && row.duplicate().equals(overrideSurvivor) ? survivor : row.duplicate();
    }

    /** The rows with APPROVE, whatever contradicts them. */
    List<PlannedAction> saidToBeOne() {
        return decisions.stream()
                .filter(decided -> decided.decision() == Decision.APPROVE)
                .map(RowDecision::row)
                .toList();
    }
}
