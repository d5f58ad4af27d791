package io.mergewell.plan;

import io.mergewell.person.LinkKind;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a system can do with a person, so that a plan never asks for more.
 *
 * @param merge two records can become one
 * @param update single values of a record can be set, also after a merge
 * @param delete a record can be deleted
 * @param leftBehind what a merge leaves on the duplicate, so that one that has any is not merged
 * @param room how many values a merged record can hold
 */
public record Capabilities(boolean merge, boolean update, boolean delete, Set<LinkKind> leftBehind, Room room) {

    /** A system that can only be looked at: every proposal is for people to carry out. */
    public static final Capabilities REPORT_ONLY = new Capabilities(false, false, false);

    /** A system that can merge, update and delete. */
    public static final Capabilities EVERYTHING = new Capabilities(true, true, true);

    public Capabilities {
        EnumSet<LinkKind> inOrder = EnumSet.noneOf(LinkKind.class);
        inOrder.addAll(leftBehind);
        leftBehind = Collections.unmodifiableSet(inOrder);
    }

    /** Of a system whose merges leave nothing behind, and whose records hold as much as they are given. */
    public Capabilities(boolean merge, boolean update, boolean delete) {
        this(merge, update, delete, Set.of(), Room.AMPLE);
    }
}
