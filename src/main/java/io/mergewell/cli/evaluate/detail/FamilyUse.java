package io.mergewell.cli.evaluate.detail;

/**
 * What one family of blocking keys finds.
 *
 * @param name as a reader knows it, such as {@code e-mail} or {@code name sound + city}
 * @param pairs candidate pairs that it gives; most of them other families give as well
 * @param truePairs those of them that are one person
 * @param onlyHere true pairs that no other family gives
 * @param blocksSkipped values that too many records share
 */
public record FamilyUse(String name, long pairs, long truePairs, long onlyHere, long blocksSkipped) {}
