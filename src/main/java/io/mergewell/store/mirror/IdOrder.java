package io.mergewell.store.mirror;

import io.mergewell.person.PersonId;
import java.util.Locale;

/**
 * A person's id as text that a database sorts, by code point, as {@link PersonId} is sorted: whole numbers by value and
 * first.
 *
 * <pre>
 * 7    n0017~
 * 42   n00242~
 * 007  n0017997   before 7, as the text 007 is
 * 00   n00100     after 0, as the text 00 is
 * ab   tab
 * </pre>
 */
final class IdOrder {

    private static final int MOST_ZEROS = 999;

    private IdOrder() {}

    static String of(PersonId id) {
        String value = id.value();
        if (!isNumber(value)) {
            return "t" + value;
        }
        int zeros = zerosInFront(value);
        String digits = value.substring(zeros);
        if (digits.equals("0")) {
            return "n001" + value;
        }
        String tie = zeros == 0 ? "~" : Integer.toString(MOST_ZEROS - zeros);
        return "n" + threeDigits(digits.length()) + digits + tie;
    }

    private static int zerosInFront(String number) {
        int zeros = 0;
        while (zeros < number.length() - 1 && number.charAt(zeros) == '0') {
            zeros++;
        }
        return zeros;
    }

    private static String threeDigits(int length) {
        return length < 10 ? "00" + length : String.format(Locale.ROOT, "%03d", length);
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
