package io.mergewell.plan;

/**
 * Limits of what may change.
 *
 * @param maxMerges per calendar day; apply stops there and goes on the next day
 * @param maxDeletes per calendar day, likewise
 * @param maxShare of all persons, 0 to 1: a plan with more AUTO changes has none, and the summary says so
 */
public record GuardRails(int maxMerges, int maxDeletes, double maxShare) {

    public static final GuardRails DEFAULTS = new GuardRails(500, 500, 0.05);
}
