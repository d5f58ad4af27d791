package io.mergewell.match.comparison;

/**
 * One level of a comparison.
 *
 * @param label in a reader's words
 * @param share of true pairs that reach it, before anything was learned; the shares of a comparison's levels add up
 *     to 1
 * @param rarity how much of a value's rarity counts on this level: 1 where values agree, 0 where it says nothing
 * @param rung whether the level is a rung of the ladder, never worth less than those below it; a nickname is not, since
 *     Rob for Robert says less of two persons than a typo in Robert does
 */
public record Level(String label, double share, double rarity, boolean rung) {

    /** A rung of the ladder. */
    Level(String label, double share, double rarity) {
        this(label, share, rarity, true);
    }
}
