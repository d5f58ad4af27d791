package io.mergewell.store.ledger;

/** What a write does. */
public enum EffectKind {
    MERGE,
    UPDATE,
    DELETE,
    /** A record that was gone is made anew. */
    CREATE,
    /** A note of the record that is to go is written to its survivor. */
    NOTE;

    /** Whether a record is gone once it is done. */
    public boolean removes() {
        return this == MERGE || this == DELETE;
    }
}
