package io.mergewell.normalise;

import java.util.ArrayList;
import java.util.List;

/** A cell that may hold several phone numbers. */
final class PhoneCell {

    /** With fewer digits on either side, a slash stands within one number, as in {@code 089/123456}. */
    private static final int WHOLE_NUMBER = 7;

    /** So few digits behind a comma or a slash are no number but belong to the one before. */
    private static final int LONGEST_TAIL = 4;

    private static final List<String> BETWEEN = List.of(" or ", " oder ", " and ", " und ", " & ", " o ", " ou ");

    private final String text;
    private final List<PhoneText> numbers = new ArrayList<>(2);

    private PhoneCell(String text) {
        this.text = text;
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
            if (endsNumber(from, i)) {
                add(text.substring(from, i));
                from = i;
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

    private boolean endsNumber(int from, int at) {
        return switch (text.charAt(at)) {
            case ';', ',', '|' -> !PhoneText.startsExtension(text, at + 1);
            case '/' -> isBetweenNumbers(from, at) || isBeforeTail(from, at);
            case '+' -> digits(from, at) >= WHOLE_NUMBER;
            case ' ' -> isConjunction(at) && isBetweenNumbers(from, at);
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

    private boolean isBetweenNumbers(int from, int at) {
        return digits(from, at) >= WHOLE_NUMBER && digits(at, text.length()) >= WHOLE_NUMBER;
    }

    /** {@code 089 1234510/11}: the number has another ending as well. */
    private boolean isBeforeTail(int from, int at) {
        return digits(from, at) >= WHOLE_NUMBER && digits(at, text.length()) <= LONGEST_TAIL;
    }

    private int digits(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (Ascii.isDigit(text.charAt(i))) {
                count++;
            }
        }
        return count;
    }
}
