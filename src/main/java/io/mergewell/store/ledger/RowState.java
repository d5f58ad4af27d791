package io.mergewell.store.ledger;

/** How far an approved row is. */
public enum RowState {
    /** To be done, or in the midst of it: the effects of the row say how far. */
    APPROVED,
    /** Done, and seen in the CRM. */
    APPLIED,
    /** The CRM understood and refused it. */
    REJECTED,
    /** What the reviewer saw is no longer so. */
    CONFLICT,
    /** Its approval was taken back before anything was done. */
    WITHDRAWN,
    /** Nobody could find out yet; the next run asks the CRM again. */
    UNKNOWN;

    /** Whether nothing more will be tried. */
    public boolean isSettled() {
        return this != APPROVED && this != UNKNOWN;
    }
}
