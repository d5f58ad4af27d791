package io.mergewell.match;

/** How a further field of a job file is compared. */
public enum FieldKind {
    /** A code: equal or not. */
    EXACT,
    /** Words: by their likeness. */
    TEXT,
    DATE,
    NUMBER,
    POSTCODE,
    /** An id that only one human being has: two different ones keep two records apart. */
    UNIQUE
}
