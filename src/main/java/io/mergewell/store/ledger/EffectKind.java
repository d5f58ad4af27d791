package io.mergewell.store.ledger;

/** What a write does. */
public enum EffectKind {
    MERGE,
    UPDATE,
    DELETE
}
