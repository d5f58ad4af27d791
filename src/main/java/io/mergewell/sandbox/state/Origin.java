package io.mergewell.sandbox.state;

/**
 * What a state was filled from.
 *
 * @param persons number of records at the start
 * @param seed of their generator
 */
public record Origin(int persons, long seed) {}
