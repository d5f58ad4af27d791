package io.mergewell.normalise;

import java.util.ArrayList;
import java.util.List;

/** A cell that may hold several phone numbers. */
final class PhoneCell {

    /** With fewer digits on either side, a slash stands within one number, as in {@code 089/123456}. */
    private static final int WHOLE_NUMBER = 7;

    /** So few digits behind a comma or a slash are no number but belong to the one before. */
    private static final int LONGEST_TAIL = 4;

    /** Before a plus, it says that a spreadsheet has rounded the number. */
    private static final char EXPONENT = 'e';

    private static final List<String> BETWEEN = List.of(" or ", " oder ", " and ", " und ", " & ", " o ", " ou ");

    private final String text;
    private final List<PhoneText> numbers = new ArrayList<>(2);

    /** Digits of the number being read, and those not yet read. */
    private int digits;

    private int digitsLeft;

    private PhoneCell(String text) {
        this.text = text;
        digitsLeft = Ascii.digits(text).length();
    }

    /** The numbers of a cell in their order; a piece without digits is none. */
    static List<PhoneText> split(String cell) {
        PhoneCell split = new PhoneCell(Folding.fold(cell.replace('\n', ';').replace('\r', ';')));
        split.read();
        return split.numbers;
    }

    private void read() {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (endsNumber(i)) {
                add(text.substring(from, i));
                from = i;
                digits = 0;
            }
            if (Ascii.isDigit(text.charAt(i))) {
                digits++;
                digitsLeft--;
            }
        }
        add(text.substring(from));
    }

    private void add(String piece) {
        PhoneText number = PhoneText.of(piece);
        boolean none = number.digits().isEmpty();
        boolean tail = !numbers.isEmpty() && number.digits().length() <= LONGEST_TAIL;
        if (!none && !tail) {
            numbers.add(number);
        }
    }

    private boolean endsNumber(int at) {
        return switch (text.charAt(at)) {
            case ';', ',', '|' -> !PhoneText.startsExtension(text, at + 1);
            case '/' -> digits >= WHOLE_NUMBER && (digitsLeft >= WHOLE_NUMBER || digitsLeft <= LONGEST_TAIL);
            case '+' -> digits >= WHOLE_NUMBER && text.charAt(at - 1) != EXPONENT;
            case ' ' -> digits >= WHOLE_NUMBER && digitsLeft >= WHOLE_NUMBER && isConjunction(at);
            default -> false;
        };
    }

    private boolean isConjunction(int at) {
        for (String between : BETWEEN) {
            if (text.startsWith(between, at)) {
                return true;
            }
        }
        return false;
    }
}
