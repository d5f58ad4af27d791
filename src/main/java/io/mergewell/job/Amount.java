package io.mergewell.job;

import org.jspecify.annotations.Nullable;

/**
 * How much of a step is done.
 *
 * @param done so far, 0 or more; what was done before an interruption counts
 * @param expected in all, as far as can be told beforehand; null if it cannot
 * @param things what is counted, in the plural, such as {@code persons}
 */
public record Amount(long done, @Nullable Long expected, String things) {}
