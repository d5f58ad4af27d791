package io.mergewell.normalise;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.List;

/**
 * One number as it stands in a cell.
 *
 * @param number its digits, with a leading + where the country code is written
 * @param digits the digits of {@code number} alone; empty if there is no number
 * @param extension digits; empty if none
 */
record PhoneText(String number, String digits, String extension) {

    /** Fewer digits, and letters may stand for the missing ones. */
    private static final int WHOLE_NUMBER = 7;

    private static final int MOST_SIGNS = 4;
    private static final int FEWEST_LETTERS = 3;
    private static final int LONGEST_EXTENSION = 7;
    private static final List<String> EXTENSION_WORDS = List.of(
            "extension", "durchwahl", "interno", "anexo", "ramal", "poste", "extn", "ext", "int", "dw", "x", "#");

    /** Reads a folded piece of a cell that holds one number at most. */
    static PhoneText of(String piece) {
        int extension = extensionStart(piece);
        String number = number(extension < 0 ? withoutDecimal(piece) : piece.substring(0, extension));
        String digits = number.startsWith("+") ? number.substring(1) : number;
        return new PhoneText(number, digits, extension < 0 ? "" : Ascii.digits(piece.substring(extension)));
    }

    /** {@code 4155550132.0} is what a spreadsheet makes of a number. */
    private static String withoutDecimal(String piece) {
        int end = piece.length() - 2;
        return end > 0 && piece.endsWith(".0") && Ascii.isDigits(piece.substring(0, end))
                ? piece.substring(0, end)
                : piece;
    }

    /** Whether at this place, after spaces and signs, a word such as "ext." begins. */
    static boolean startsExtension(String text, int from) {
        int start = from;
        int farthest = Math.min(text.length(), from + MOST_SIGNS);
        while (start < farthest && " ,;".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        for (String word : EXTENSION_WORDS) {
            if (text.startsWith(word, start)) {
                return true;
            }
        }
        return false;
    }

    /** Where a word such as "ext." stands that has only digits behind it; -1 if nowhere. */
    private static int extensionStart(String piece) {
        if (isPlain(piece)) {
            return -1;
        }
        for (String word : EXTENSION_WORDS) {
            int at = piece.lastIndexOf(word);
            if (at >= 0 && isExtension(piece, at, at + word.length())) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isPlain(String piece) {
        for (int i = 0; i < piece.length(); i++) {
            if (Ascii.isLetter(piece.charAt(i)) || piece.charAt(i) == '#') {
                return false;
            }
        }
        return true;
    }

    private static boolean isExtension(String piece, int start, int end) {
        if (start > 0 && Ascii.isLetter(piece.charAt(start - 1))) {
            return false;
        }
        int digits = 0;
        for (int i = end; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (Ascii.isDigit(c)) {
                digits++;
            } else if (" .:-=)(,;/".indexOf(c) < 0) {
                return false;
            }
        }
        return digits > 0 && digits <= LONGEST_EXTENSION;
    }

    private static String number(String main) {
        if (isRounded(main)) {
            return "";
        }
        String text = isVanity(main) ? PhoneNumberUtil.convertAlphaCharactersInNumber(main) : main;
        String digits = Ascii.digits(text);
        if (digits.length() > 2 && digits.startsWith("00") && digits.charAt(2) != '0') {
            return '+' + withoutTrunkZero(text, digits, 2);
        }
        boolean international = startsWithPlus(text) && !digits.startsWith("0");
        return international ? '+' + withoutTrunkZero(text, digits, 0) : digits;
    }

    /** A spreadsheet has made {@code 4.9171E+11} of it: what is left is no number. */
    private static boolean isRounded(String text) {
        int e = text.indexOf("e+");
        return e > 0 && e + 2 < text.length() && Ascii.isDigit(text.charAt(e - 1)) && Ascii.isDigit(text.charAt(e + 2));
    }

    /** Whether the first sign that says anything is a plus. */
    private static boolean startsWithPlus(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '+' || Ascii.isDigit(text.charAt(i))) {
                return text.charAt(i) == '+';
            }
        }
        return false;
    }

    /**
     * The digits behind + or 00. The bracketed zero in {@code +351 (0)21 1234567} is not dialled; in Italy, and in San
     * Marino and the Vatican, it belongs to the number.
     */
    private static String withoutTrunkZero(String text, String digits, int prefix) {
        String international = digits.substring(prefix);
        int zero = text.indexOf("(0)");
        int place = zero < 0 ? 0 : Ascii.digits(text.substring(0, zero)).length() - prefix;
        boolean dialled =
                international.startsWith("39") || international.startsWith("378") || international.startsWith("379");
        return place < 1 || dialled
                ? international
                : international.substring(0, place) + international.substring(place + 1);
    }

    /** Letters stand for digits where the digits alone are no number: 1-800-FLOWERS, but not "0171 2345678 (home)". */
    private static boolean isVanity(String main) {
        int digits = 0;
        int letters = 0;
        for (int i = 0; i < main.length(); i++) {
            char c = main.charAt(i);
            if (Ascii.isLetter(c) && digits == 0) {
                return false;
            }
            digits += Ascii.isDigit(c) ? 1 : 0;
            letters += Ascii.isLetter(c) ? 1 : 0;
        }
        return digits < WHOLE_NUMBER && letters >= FEWEST_LETTERS && digits + letters >= WHOLE_NUMBER;
    }
}
