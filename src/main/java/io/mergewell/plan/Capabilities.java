package io.mergewell.plan;

/**
 * What a system can do with a person, so that a plan never asks for more.
 *
 * @param merge two records become one by a call of the system's own
 * @param update single values of a record can be set, also after a merge
 * @param delete a record can be deleted
 */
public record Capabilities(boolean merge, boolean update, boolean delete) {

    /** A system that can only be looked at: every proposal is for people to carry out. */
    public static final Capabilities REPORT_ONLY = new Capabilities(false, false, false);

    /** A system that can merge, update and delete. */
    public static final Capabilities EVERYTHING = new Capabilities(true, true, true);
}
