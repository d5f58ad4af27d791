package io.mergewell.crm;

/**
 * A record that is not read, and why.
 *
 * @param where such as {@code line 17}; never a value of the record
 * @param reason a sentence without personal data
 */
public record RejectedRecord(String where, String reason) {}
