package io.mergewell.plan;

/**
 * Limits of what one plan may change; beyond them nothing is AUTO and the summary says so.
 *
 * @param maxMerges per calendar day
 * @param maxDeletes per calendar day
 * @param maxShare of all persons, 0 to 1
 */
public record GuardRails(int maxMerges, int maxDeletes, double maxShare) {

    public static final GuardRails DEFAULTS = new GuardRails(500, 500, 0.05);
}
