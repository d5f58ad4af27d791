package io.mergewell.match.comparison;

/**
 * One level of a comparison.
 *
 * @param label in a reader's words
 * @param share of true pairs that reach it, before anything was learned; the shares of a comparison's levels add up
 *     to 1
 * @param rarity how much of a value's rarity counts on this level: 1 where values agree, 0 where it says nothing
 */
public record Level(String label, double share, double rarity) {}
