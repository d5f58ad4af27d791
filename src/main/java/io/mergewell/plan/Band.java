package io.mergewell.plan;

/** How sure a group is. */
public enum Band {
    /** Sure enough to be applied without a reviewer, where a job allows that. */
    AUTO,
    /** For a person to decide. */
    REVIEW
}
