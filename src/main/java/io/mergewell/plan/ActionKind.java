package io.mergewell.plan;

/** What a row of a plan proposes. */
public enum ActionKind {
    /** The duplicate is merged into the survivor by the system's own call. */
    MERGE,
    /** The duplicate is deleted: it has nothing that the survivor lacks, or is an empty shell. */
    DELETE,
    /** The system can do neither: for people to carry out. */
    NONE
}
