package io.mergewell.store.memory;

/**
 * A record that was not read, and why; neither holds personal data.
 *
 * @param where such as {@code line 17}
 * @param reason a sentence
 */
public record Rejection(String where, String reason) {}
