package io.mergewell.normalise;

/** How one word becomes another by a slip of the pen. */
public final class Slips {

    private Slips() {}

    /** Whether one letter is missing, added or another, or two neighbours are swapped. */
    public static boolean isOne(String one, String other) {
        String shorter = one.length() <= other.length() ? one : other;
        String longer = one.length() <= other.length() ? other : one;
        int at = firstDifference(shorter, longer);
        if (longer.length() == shorter.length() + 1) {
            return longer.substring(at + 1).equals(shorter.substring(at));
        }
        boolean isReplaced = shorter.length() == longer.length()
                && at < shorter.length()
                && shorter.substring(at + 1).equals(longer.substring(at + 1));
        return isReplaced || isSwap(one, other, at);
    }

    /**
     * Whether it is a slip that makes no other name: two neighbours swapped, or a letter doubled. The last letter stays,
     * because it makes other names: Christian and Christina, Joan and Joann.
     */
    public static boolean isNoOtherName(String one, String other) {
        if (one.length() == other.length()) {
            int at = firstDifference(one, other);
            return at + 2 < one.length() && isSwap(one, other, at);
        }
        String shorter = one.length() < other.length() ? one : other;
        String longer = one.length() < other.length() ? other : one;
        int at = firstDifference(shorter, longer);
        return isOne(one, other) && at > 0 && at + 1 < longer.length() && longer.charAt(at) == longer.charAt(at - 1);
    }

    private static boolean isSwap(String one, String other, int at) {
        return one.length() == other.length()
                && at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && one.substring(at + 2).equals(other.substring(at + 2));
    }

    /** The length of the shorter one if it begins the other. */
    private static int firstDifference(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }
}
