package io.mergewell.normalise;

/**
 * An e-mail address for comparing.
 *
 * @param address in lower case, an international domain in its ASCII form; as written, folded, if it is no address
 * @param local before the at sign; empty if there is none
 * @param domain after the at sign; empty if there is none
 * @param mailbox the key to compare by: the address without a {@code +tag}, and for Gmail without dots and under one
 *     domain, so that two equal ones reach the same mailbox
 * @param role whether a function rather than a human being is written to, as in {@code info@}
 * @param valid whether it can be somebody's address: false for malformed ones and for those like {@code test@test.com}
 */
public record EmailForm(String address, String local, String domain, String mailbox, boolean role, boolean valid) {}
