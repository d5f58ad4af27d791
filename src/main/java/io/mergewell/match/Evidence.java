package io.mergewell.match;

/**
 * What one comparison says about a pair.
 *
 * @param field such as {@code e-mail}
 * @param level in a reader's words, such as {@code same mailbox, other domain}
 * @param bits match weight: log2 of the Bayes factor; positive speaks for one person, negative against
 */
public record Evidence(String field, String level, double bits) {}
