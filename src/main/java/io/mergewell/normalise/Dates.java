package io.mergewell.normalise;

import org.jspecify.annotations.Nullable;

/**
 * Dates as CRMs and files write them.
 *
 * <p>Where the year stands last, the day comes before the month, as most of the world writes it; where it stands first,
 * the month before the day. A month above 12 shows that it was the other way round. A year of two digits is one of 1930
 * to 2029.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><th>text</th><th>date</th></tr>
 * <tr><td>1971-06-24, 19710624, 1971/06/24, 1971-06-24T00:00:00Z</td><td>24 June 1971</td></tr>
 * <tr><td>24.06.1971, 24/06/1971, 06/24/1971, 24-Jun-71, June 24, 1971</td><td>24 June 1971</td></tr>
 * <tr><td>03/04/1971</td><td>3 April 1971</td></tr>
 * <tr><td>1971, 06/1971</td><td>1971, June 1971: the other parts are 0</td></tr>
 * <tr><td>1900-01-01, 1.1.1971, 9999-12-31, 0000-00-00</td><td>placeholders</td></tr>
 * </table>
 */
public final class Dates {

    private static final int OLDEST_YEAR = 1850;
    private static final int NEWEST_YEAR = 2100;
    private static final int PIVOT = 30;

    private Dates() {}

    /**
     * Reads a date.
     *
     * @return null if the text holds none, or one that no living or remembered person was born at
     */
    public static @Nullable DateForm of(String text) {
        DateFields fields = DateFields.of(text);
        return fields == null ? null : ordered(fields);
    }

    private static @Nullable DateForm ordered(DateFields fields) {
        return switch (fields.count()) {
            case 1 -> fields.width(0) == 4 ? date(fields.number(0), 0, 0) : null;
            case 2 -> withoutDay(fields);
            case 3 -> fields.width(0) > 2 ? yearFirst(fields) : yearLast(fields);
            default -> null;
        };
    }

    private static @Nullable DateForm withoutDay(DateFields fields) {
        if (fields.width(0) == 4) {
            return date(fields.number(0), fields.number(1), 0);
        }
        return fields.width(1) == 4 ? date(fields.number(1), fields.number(0), 0) : null;
    }

    private static @Nullable DateForm yearFirst(DateFields fields) {
        int month = fields.monthNamed() == 2 ? 2 : 1;
        return arranged(fields.number(0), fields.number(month), fields.number(3 - month), fields.monthNamed() >= 0);
    }

    private static @Nullable DateForm yearLast(DateFields fields) {
        int month = fields.monthNamed() == 0 ? 0 : 1;
        int year = year(fields.number(2), fields.width(2));
        return arranged(year, fields.number(month), fields.number(1 - month), fields.monthNamed() >= 0);
    }

    private static @Nullable DateForm arranged(int year, int month, int day, boolean monthNamed) {
        return month > 12 && !monthNamed ? date(year, day, month) : date(year, month, day);
    }

    private static int year(int number, int width) {
        if (width > 2) {
            return number;
        }
        return number < PIVOT ? 2000 + number : 1900 + number;
    }

    private static @Nullable DateForm date(int year, int month, int day) {
        if (month > 12 || day > 31) {
            return null;
        }
        if (isPlaceholder(year, month, day)) {
            return new DateForm(year, month, day, true);
        }
        boolean plausible = year >= OLDEST_YEAR && year <= NEWEST_YEAR;
        return plausible ? new DateForm(year, month, day, false) : null;
    }

    private static boolean isPlaceholder(int year, int month, int day) {
        boolean newYear = month == 1 && day == 1;
        boolean spreadsheetZero = year == 1899 && month == 12 && day >= 30;
        return newYear || spreadsheetZero || year == 9999 || (year == 0 && month == 0 && day == 0);
    }
}
