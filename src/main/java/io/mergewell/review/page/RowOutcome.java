package io.mergewell.review.page;

/**
 * What became of a row that was handed in.
 *
 * @param word for a reader, in few words and small letters, such as {@code applied}
 * @param says the same as sentences, without values of a person; empty where the word says all
 */
public record RowOutcome(String word, String says) {}
