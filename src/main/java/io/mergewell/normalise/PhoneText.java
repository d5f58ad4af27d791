package io.mergewell.normalise;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.List;

/**
 * One number as it stands in a cell.
 *
 * @param number digits with a leading + where the country code is written, nothing else
 * @param digits the digits of {@code number} alone
 * @param extension digits; empty if none
 */
record PhoneText(String number, String digits, String extension) {

    /** Fewer digits on a side of a slash, and it stands within one number: 089/123456. */
    private static final int WHOLE_NUMBER = 7;

    private static final int LONGEST_EXTENSION = 7;
    private static final List<String> EXTENSION_WORDS = List.of(
            "extension", "durchwahl", "interno", "anexo", "ramal", "poste", "extn", "ext", "int", "dw", "x", "#");

    /** The numbers of a cell. */
    static List<PhoneText> split(String cell) {
        String text = Folding.fold(cell);
        List<PhoneText> numbers = new ArrayList<>(2);
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || endsNumber(text, from, i)) {
                add(text.substring(from, i), numbers);
                from = i;
            }
        }
        return numbers;
    }

    private static void add(String piece, List<PhoneText> numbers) {
        int extension = extensionStart(piece);
        String main = extension < 0 ? piece : piece.substring(0, extension);
        String number = number(main);
        String digits = Ascii.digits(number);
        if (!digits.isEmpty()) {
            numbers.add(new PhoneText(number, digits, extension < 0 ? "" : Ascii.digits(piece.substring(extension))));
        }
    }

    private static boolean endsNumber(String text, int from, int at) {
        char c = text.charAt(at);
        if (c == ';' || c == ',' || c == '|') {
            return extensionStart(text.substring(at)) != skipSigns(text, at) - at;
        }
        boolean word = text.startsWith(" or ", at)
                || text.startsWith(" oder ", at)
                || text.startsWith(" and ", at)
                || text.startsWith(" und ", at)
                || text.startsWith(" & ", at);
        if (c == '/' || word) {
            return digitsIn(text, from, at) >= WHOLE_NUMBER && digitsIn(text, at, text.length()) >= WHOLE_NUMBER;
        }
        return c == '+' && digitsIn(text, from, at) >= WHOLE_NUMBER;
    }

    private static int skipSigns(String text, int at) {
        int i = at;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == ',' || text.charAt(i) == ';')) {
            i++;
        }
        return i;
    }

    private static int digitsIn(String text, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (Ascii.isDigit(text.charAt(i))) {
                count++;
            }
        }
        return count;
    }

    /** Where a word such as "ext." stands that has only digits behind it; -1 if nowhere. */
    private static int extensionStart(String piece) {
        for (String word : EXTENSION_WORDS) {
            int at = piece.lastIndexOf(word);
            if (at >= 0 && isExtension(piece, at, at + word.length())) {
                return at;
            }
        }
        return -1;
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
        String text = hasVanity(main) ? PhoneNumberUtil.convertAlphaCharactersInNumber(main) : main;
        String digits = Ascii.digits(text);
        int first = 0;
        while (first < text.length() && !Ascii.isDigit(text.charAt(first)) && text.charAt(first) != '+') {
            first++;
        }
        boolean plus = first < text.length() && text.charAt(first) == '+';
        if (plus) {
            return '+' + digits;
        }
        boolean prefix = digits.length() > 2 && digits.startsWith("00") && digits.charAt(2) != '0';
        return prefix ? '+' + digits.substring(2) : digits;
    }

    /** Letters stand for digits where the digits alone are no number: 1-800-FLOWERS, but not "mobile 0171 2345678". */
    private static boolean hasVanity(String main) {
        int digits = digitsIn(main, 0, main.length());
        int letters = 0;
        for (int i = 0; i < main.length(); i++) {
            letters += Ascii.isLetter(main.charAt(i)) ? 1 : 0;
        }
        boolean opens = !main.isEmpty()
                && !Ascii.isLetter(
                        main.stripLeading().isEmpty()
                                ? ' '
                                : main.stripLeading().charAt(0));
        return opens && digits > 0 && digits < WHOLE_NUMBER && letters >= 3 && digits + letters >= WHOLE_NUMBER;
    }
}
