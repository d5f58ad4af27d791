package io.mergewell.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Weights one below the other, in hundredths of a bit. Each line shows by how much the sum so far, rounded, has grown,
 * so that what is printed adds up to the sum that is printed.
 */
final class Waterfall {

    /** Less than this is not seen. */
    private static final double SEEN = 0.005;

    private final List<String> lines = new ArrayList<>();
    private double sum;

    void add(double bits, String what) {
        long before = hundredths(sum);
        sum += bits;
        lines.add(line(hundredths(sum) - before, what));
    }

    /** Adds what is missing to a sum, if anything is. */
    void addUpTo(double total, String why) {
        double missing = total - sum;
        if (Math.abs(missing) >= SEEN) {
            add(missing, why);
        }
    }

    /**
     * The lines, the last of them the sum.
     *
     * @param probability the sum as a probability
     */
    List<String> lines(String probability) {
        List<String> complete = new ArrayList<>(lines);
        complete.add(line(hundredths(sum), "in all; probability " + probability + " = 1 / (1 + 2^-weight)"));
        complete.add("           (+1 makes it twice as likely, -1 half as likely)");
        return complete;
    }

    private static String line(long hundredths, String what) {
        return String.format(Locale.ROOT, "  %+7.2f  %s", hundredths / 100.0, what);
    }

    private static long hundredths(double bits) {
        return Math.round(bits * 100);
    }
}
