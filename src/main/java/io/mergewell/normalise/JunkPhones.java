package io.mergewell.normalise;

/** Digits that people type when a phone number is asked for. */
final class JunkPhones {

    private static final String UP = "01234567890123456789";
    private static final String DOWN = "98765432109876543210";
    private static final int TAIL = 6;

    private JunkPhones() {}

    /** Whether digits are one digit again and again, a run up or down the keys, or end in six or more zeros. */
    static boolean isJunk(String digits) {
        return isRepetition(digits, 0)
                || (digits.length() >= TAIL && (UP.contains(digits) || DOWN.contains(digits)))
                || (digits.length() > TAIL && isRepetition(digits, digits.length() - TAIL - 1));
    }

    private static boolean isRepetition(String digits, int from) {
        for (int i = from + 1; i < digits.length(); i++) {
            if (digits.charAt(i) != digits.charAt(from)) {
                return false;
            }
        }
        return digits.length() > from;
    }
}
