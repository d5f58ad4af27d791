package io.mergewell.review;

import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Band;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two persons of whom one plan says something else than another.
 *
 * @param kinds at least one, in the order of their declaration
 * @param first the one with the lower id
 * @param before what the first plan proposes; null if it has them in no group together
 * @param after what the second plan proposes, likewise
 * @param scoreBefore match probability with the first plan's settings, 0 to 1; null if it is next to nothing
 * @param scoreAfter with the second plan's, likewise
 * @param reasons what speaks for and against them, in one line; empty if they were not compared
 */
public record PairChange(
        List<Kind> kinds,
        Side first,
        Side second,
        @Nullable Proposal before,
        @Nullable Proposal after,
        @Nullable Double scoreBefore,
        @Nullable Double scoreAfter,
        String reasons) {

    public PairChange {
        kinds = List.copyOf(kinds);
    }

    /** What is different. */
    public enum Kind {
        /** Only the second plan has the two in one group. */
        GAINED,
        /** Only the first has. */
        LOST,
        /** Their group's band is another. */
        BAND,
        /** Another action is proposed for them. */
        ACTION,
        /** Another record survives. */
        SURVIVOR
    }

    /** One of the two. */
    public record Side(PersonId id, String name) {}

    /**
     * What a plan proposes for two of a group.
     *
     * @param band of their group
     * @param action null if neither of them is the survivor
     * @param survivor of their group
     */
    public record Proposal(Band band, @Nullable ActionKind action, PersonId survivor) {}
}
