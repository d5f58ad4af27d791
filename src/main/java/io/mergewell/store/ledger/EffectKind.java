package io.mergewell.store.ledger;

/** What a write does. */
public enum EffectKind {
    MERGE,
    UPDATE,
    DELETE,
    /** A record that was gone is made anew. */
    CREATE
}
