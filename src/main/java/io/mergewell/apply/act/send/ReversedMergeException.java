package io.mergewell.apply.act.send;

import io.mergewell.store.ledger.LedgerRow;

/** The CRM merged two persons the other way round than it documents: nothing more may be sent to it. */
public final class ReversedMergeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient LedgerRow row;

    /** @param row whose duplicate stayed, and whose survivor went */
    public ReversedMergeException(LedgerRow row) {
        super("The CRM says that it merged person " + row.survivor() + " into " + row.absorbed()
                + ", the other way round than asked. The run stopped at once and nothing more was sent. Look at both"
                + " persons in the CRM; snapshots.jsonl has them as they were.");
        this.row = row;
    }

    /** The row whose merge it was, which nobody has settled yet. */
    public LedgerRow row() {
        return row;
    }
}
