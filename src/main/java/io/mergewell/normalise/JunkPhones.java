package io.mergewell.normalise;

/** Digits that people type when a phone number is asked for. */
final class JunkPhones {

    private static final String UP = "01234567890123456789";
    private static final String DOWN = "98765432109876543210";
    private static final int SHORTEST_RUN = 6;
    private static final String ZEROS = "0000000";

    private JunkPhones() {}

    /** Whether digits are one digit again and again, a run up or down the keys, or end in seven zeros. */
    static boolean isJunk(String digits) {
        boolean run = digits.length() >= SHORTEST_RUN && (UP.contains(digits) || DOWN.contains(digits));
        return run || digits.endsWith(ZEROS) || isRepetition(digits);
    }

    private static boolean isRepetition(String digits) {
        for (int i = 1; i < digits.length(); i++) {
            if (digits.charAt(i) != digits.charAt(0)) {
                return false;
            }
        }
        return !digits.isEmpty();
    }
}
