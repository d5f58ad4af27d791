package io.mergewell.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Weights one below the other, in tenths of a bit, so that what is printed adds up to the sum that is printed. */
final class Waterfall {

    /** Less than this is not seen. */
    private static final double SEEN = 0.05;

    private final List<String> lines = new ArrayList<>();
    private double sum;
    private long printedTenths;

    void add(double bits, String what) {
        sum += bits;
        print(tenths(bits), what);
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
        long all = tenths(sum);
        if (all != printedTenths) {
            print(all - printedTenths, "what rounding to tenths leaves over");
        }
        List<String> complete = new ArrayList<>(lines);
        complete.add(line(all, "in all; probability " + probability + " = 1 / (1 + 2^-weight)"));
        complete.add("          (+1 makes it twice as likely, -1 half as likely)");
        return complete;
    }

    private void print(long tenths, String what) {
        printedTenths += tenths;
        lines.add(line(tenths, what));
    }

    private static String line(long tenths, String what) {
        return String.format(Locale.ROOT, "  %+6.1f  %s", tenths / 10.0, what);
    }

    private static long tenths(double bits) {
        return Math.round(bits * 10);
    }
}
