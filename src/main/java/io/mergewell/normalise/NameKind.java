package io.mergewell.normalise;

/** What the text in a name field turns out to be. */
public enum NameKind {
    PERSON,
    /** A firm, a department or an institution. */
    COMPANY,
    /** Something is written, but nobody's name: "test", "n/a", digits, an e-mail address. */
    PLACEHOLDER,
    /** Nothing is written. */
    EMPTY
}
