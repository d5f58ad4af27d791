package io.mergewell.match.comparison;

import io.mergewell.match.corpus.PackedDate;

/** The level of two packed dates. */
final class DayLevels {

    static final int SAME = 1;
    static final int TYPO = 2;
    static final int TWO_PARTS = 3;
    static final int TWO_DIGITS_OR_MONTH = 4;
    static final int SAME_YEAR = 5;
    static final int WITHIN_DECADE = 6;
    static final int ONE_PART = 7;
    static final int DIFFERENT = 8;

    private static final int DAYS_PER_MONTH = 31;
    private static final int YEARS_PER_DECADE = 10;

    private DayLevels() {}

    static int of(int a, int b) {
        int years = Math.abs(PackedDate.year(a) - PackedDate.year(b));
        if (!isWhole(a) || !isWhole(b)) {
            return years == 0 ? SAME_YEAR : years < YEARS_PER_DECADE ? WITHIN_DECADE : DIFFERENT;
        }
        return a == b ? SAME : ofWholeDates(a, b, years);
    }

    /** Whether a date tells day and month, and is none that forms fill in. */
    static boolean isWhole(int date) {
        return !PackedDate.isPlaceholder(date) && PackedDate.month(date) > 0;
    }

    private static int ofWholeDates(int a, int b, int years) {
        boolean sameMonth = PackedDate.month(a) == PackedDate.month(b);
        boolean sameDay = PackedDate.day(a) == PackedDate.day(b);
        if (isTypo(a, b, years == 0, sameMonth, sameDay)) {
            return TYPO;
        }
        if ((years == 0 && (sameMonth || sameDay)) || (sameMonth && sameDay)) {
            return TWO_PARTS;
        }
        if (Math.abs(dayNumber(a) - dayNumber(b)) <= DAYS_PER_MONTH || digitsApart(a, b) == 2) {
            return TWO_DIGITS_OR_MONTH;
        }
        if (years == 0) {
            return SAME_YEAR;
        }
        if (years < YEARS_PER_DECADE) {
            return WITHIN_DECADE;
        }
        return sameMonth || sameDay ? ONE_PART : DIFFERENT;
    }

    private static boolean isTypo(int a, int b, boolean sameYear, boolean sameMonth, boolean sameDay) {
        boolean swapped =
                sameYear && PackedDate.day(a) == PackedDate.month(b) && PackedDate.month(a) == PackedDate.day(b);
        return swapped || digitsApart(a, b) == 1 || neighboursSwapped(a, b, sameYear, sameMonth, sameDay);
    }

    /** In how many of the eight digits of yyyymmdd two dates differ. */
    private static int digitsApart(int a, int b) {
        int apart = 0;
        int digitsA = digits(a);
        int digitsB = digits(b);
        while (digitsA != digitsB) {
            apart += digitsA % 10 == digitsB % 10 ? 0 : 1;
            digitsA /= 10;
            digitsB /= 10;
        }
        return apart;
    }

    private static boolean neighboursSwapped(int a, int b, boolean sameYear, boolean sameMonth, boolean sameDay) {
        if (sameMonth && sameDay) {
            return yearsMirrored(PackedDate.year(a), PackedDate.year(b));
        }
        return sameYear
                && ((sameMonth && mirrored(PackedDate.day(a), PackedDate.day(b)))
                        || (sameDay && mirrored(PackedDate.month(a), PackedDate.month(b))));
    }

    /** Whether two neighbouring digits of the last three of a year are swapped. */
    private static boolean yearsMirrored(int a, int b) {
        boolean lastTwo = a / 100 == b / 100 && mirrored(a % 100, b % 100);
        boolean middleTwo = a / 1000 == b / 1000 && a % 10 == b % 10 && mirrored(a / 10 % 100, b / 10 % 100);
        return lastTwo || middleTwo;
    }

    private static boolean mirrored(int a, int b) {
        return a / 10 == b % 10 && a % 10 == b / 10;
    }

    private static int digits(int date) {
        return PackedDate.year(date) * 10_000 + PackedDate.month(date) * 100 + PackedDate.day(date);
    }

    private static int dayNumber(int date) {
        return PackedDate.year(date) * 365 + PackedDate.month(date) * 30 + PackedDate.day(date);
    }
}
