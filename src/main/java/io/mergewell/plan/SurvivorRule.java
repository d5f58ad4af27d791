package io.mergewell.plan;

/** One of the ordered rules that choose which record of a group survives. The last is always the lowest id. */
public enum SurvivorRule {
    /** The record most others hang on. */
    MOST_LINKED,
    /** The record with the most filled fields. */
    MOST_COMPLETE,
    /** The record that was added first. */
    OLDEST,
    /** The record that was changed last. */
    LATEST_UPDATED,
    LOWEST_ID
}
