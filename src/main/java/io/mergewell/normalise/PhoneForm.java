package io.mergewell.normalise;

/**
 * A phone number for comparing.
 *
 * @param digits country code and number (E.164 without its plus) if {@code international}, else all digits as written
 * @param national the national significant number: neither country code nor trunk zero; of a number that could not be
 *     placed in a country its digits without leading zeros
 * @param extension digits of the extension; empty if there is none
 * @param valid whether it can be somebody's number: false for too few or too many digits and for ones like 123456789
 * @param international whether the country is known, so that {@code digits} are the same however it was written
 */
public record PhoneForm(String digits, String national, String extension, boolean valid, boolean international) {}
