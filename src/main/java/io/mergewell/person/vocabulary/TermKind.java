package io.mergewell.person.vocabulary;

/** What a system numbers and people name. */
public enum TermKind {
    /** A field that a company made; known by the key that a person's further fields have. */
    FIELD,
    /** A choice that such a field offers; its id counts within the field alone. */
    OPTION,
    LABEL,
    /** A user who may own a record. */
    OWNER,
    ORGANISATION
}
