package io.mergewell.normalise;

/**
 * A date for comparing, such as a birth date.
 *
 * @param year 1850 to 2100; 0 if unknown; whatever was written in a placeholder
 * @param month 1 to 12; 0 if unknown
 * @param day 1 to 31, not checked against the month; 0 if unknown
 * @param placeholder whether programs and people write this date when they do not know it, such as 1900-01-01
 */
public record DateForm(int year, int month, int day, boolean placeholder) {}
