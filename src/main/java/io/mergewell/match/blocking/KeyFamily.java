package io.mergewell.match.blocking;

/**
 * Keys of one kind, with a budget: blocks are used from the smallest up until their pairs would exceed it.
 *
 * @param name as a reader knows it, such as {@code e-mail} or {@code name sound + city}
 * @param pairsPerRecord how many candidate pairs per record the family may give on average
 */
record KeyFamily(String name, Keys keys, double pairsPerRecord) {}
