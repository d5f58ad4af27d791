package io.mergewell.store.ledger;

import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import org.jspecify.annotations.Nullable;

/**
 * An approved row of a plan.
 *
 * @param place in the order of approval; 0 before the ledger has it
 * @param groupId within the plan
 * @param kind MERGE or DELETE
 * @param absorbed whose record disappears
 * @param survivor into whose record it is merged; null for an empty record that is deleted
 * @param reason why it is in its state, as a sentence; empty where nothing need be said
 * @param reconciled whether what became of it was found out by reading the CRM rather than from its answer
 * @param reviewer empty if nobody signed
 * @param settledBy the run that settled it; null while it is open
 */
public record LedgerRow(
        String rowKey,
        long place,
        String planId,
        String groupId,
        ActionKind kind,
        PersonId absorbed,
        @Nullable PersonId survivor,
        RowState state,
        String reason,
        boolean reconciled,
        String reviewer,
        String note,
        @Nullable String settledBy) {

    /** A row that was just approved. */
    public static LedgerRow approved(
            String rowKey,
            String planId,
            String groupId,
            ActionKind kind,
            PersonId absorbed,
            @Nullable PersonId survivor,
            String reviewer,
            String note) {
        return new LedgerRow(
                rowKey,
                0,
                planId,
                groupId,
                kind,
                absorbed,
                survivor,
                RowState.APPROVED,
                "",
                false,
                reviewer,
                note,
                null);
    }
}
