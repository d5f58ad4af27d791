package io.mergewell.store.ledger;

/** What became of a write. */
public enum EffectState {
    /** About to be sent, or sent and nobody lived to hear the answer. */
    INTENT,
    /** Done: the CRM said so, or was seen to have done it. */
    APPLIED,
    /** Not done: the CRM said so, or was seen not to have done it. */
    REJECTED,
    /** Sent; the answer did not tell. */
    UNKNOWN;

    /** Whether only reading the CRM can tell what became of it. */
    public boolean isOpen() {
        return this == INTENT || this == UNKNOWN;
    }
}
