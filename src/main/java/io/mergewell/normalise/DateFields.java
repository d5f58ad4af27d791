package io.mergewell.normalise;

import org.jspecify.annotations.Nullable;

/** The one to three numbers of a date in the order they are written; a month's name counts as its number. */
final class DateFields {

    private static final int MAX_FIELDS = 3;
    private static final int LONGEST = 40;
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private final int[] numbers = new int[MAX_FIELDS];
    private final int[] widths = new int[MAX_FIELDS];
    private int count;
    private int monthNamed = -1;

    private DateFields() {}

    /** The fields of a text; null if it is no date. */
    static @Nullable DateFields of(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        DateFields fields = new DateFields();
        if (!fields.read(Folding.fold(text))) {
            return null;
        }
        fields.splitCompact();
        return fields;
    }

    int count() {
        return count;
    }

    int number(int field) {
        return numbers[field];
    }

    /** How many digits a field was written with. */
    int width(int field) {
        return widths[field];
    }

    /** Which field was written as a month's name; -1 if none. */
    int monthNamed() {
        return monthNamed;
    }

    private boolean read(String text) {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (count == MAX_FIELDS) {
                return isTime(text, i);
            }
            if (Ascii.isDigit(c)) {
                i = readNumber(text, i);
            } else if (Ascii.isLetter(c)) {
                i = readWord(text, i);
            } else {
                i = " ./-,'".indexOf(c) < 0 ? text.length() + 1 : i + 1;
            }
        }
        return i == text.length() && count > 0;
    }

    /** Behind the date only a time may stand, parted from it by a space or a T, or one closing sign. */
    private boolean isTime(String text, int from) {
        char c = text.charAt(from);
        boolean time = c == 't' || c == ' ' || c == ',';
        return (time && from + 1 < text.length()) || (".".indexOf(c) >= 0 && from + 1 == text.length());
    }

    private int readNumber(String text, int from) {
        int i = from;
        int number = 0;
        while (i < text.length() && Ascii.isDigit(text.charAt(i)) && i - from < 9) {
            number = number * 10 + text.charAt(i) - '0';
            i++;
        }
        if (i - from > 8) {
            return text.length() + 1;
        }
        add(number, i - from);
        return i;
    }

    private int readWord(String text, int from) {
        int end = from;
        while (end < text.length() && Ascii.isLetter(text.charAt(end))) {
            end++;
        }
        int month = end - from < 3 ? -1 : MONTHS.indexOf(text.substring(from, from + 3));
        if (month >= 0 && month % 3 == 0 && monthNamed < 0) {
            monthNamed = count;
            add(month / 3 + 1, 2);
            return end;
        }
        return isOrdinal(text, from, end) ? end : text.length() + 1;
    }

    /** The letters of 1st, 2nd, 3rd, 24th. */
    private static boolean isOrdinal(String text, int from, int end) {
        String letters = text.substring(from, end);
        boolean afterDigit = from > 0 && Ascii.isDigit(text.charAt(from - 1));
        return afterDigit
                && (letters.equals("st") || letters.equals("nd") || letters.equals("rd") || letters.equals("th"));
    }

    private void add(int number, int width) {
        numbers[count] = number;
        widths[count] = width;
        count++;
    }

    /** Eight digits, even if a space got between them; negative if there are no such. */
    private int compact() {
        if (count == 1 && widths[0] == 8) {
            return numbers[0];
        }
        boolean parted = count == 2 && monthNamed < 0 && widths[0] + widths[1] == 8;
        return parted ? numbers[0] * (int) Math.pow(10, widths[1]) + numbers[1] : -1;
    }

    /** Eight digits in one are a year, a month and a day; where that is impossible, a day, a month and a year. */
    private void splitCompact() {
        int number = compact();
        if (number < 0) {
            return;
        }
        boolean yearFirst = number / 100 % 100 <= 12 && number % 100 <= 31;
        count = 0;
        if (yearFirst) {
            add(number / 10_000, 4);
            add(number / 100 % 100, 2);
            add(number % 100, 2);
        } else {
            add(number / 1_000_000, 2);
            add(number / 10_000 % 100, 2);
            add(number % 10_000, 4);
        }
    }
}
