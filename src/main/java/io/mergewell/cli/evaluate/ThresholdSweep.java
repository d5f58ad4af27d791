package io.mergewell.cli.evaluate;

import java.util.Arrays;

/** What every threshold would have made of the scored pairs. */
public final class ThresholdSweep {

    private final Scores right = new Scores();
    private final Scores wrong = new Scores();

    /**
     * Takes a scored pair in.
     *
     * @param probability match probability, 0 to 1
     * @param onePerson whether the two are one person in truth
     */
    public void add(double probability, boolean onePerson) {
        (onePerson ? right : wrong).add(probability);
    }

    /** How many scored pairs are one person: the most that any threshold can find. */
    public long reachable() {
        return right.size();
    }

    /** What a threshold would have claimed: every pair at or above it. */
    public PairCounts at(double threshold, long existing) {
        long found = right.atOrAbove(threshold);
        return new PairCounts(found + wrong.atOrAbove(threshold), found, existing);
    }

    /** The threshold with the highest F1, the highest of them if several have it. */
    public double best(long existing) {
        double best = 1;
        double bestF1 = at(1, existing).f1();
        for (double threshold : right.descending()) {
            double f1 = at(threshold, existing).f1();
            if (f1 > bestF1) {
                best = threshold;
                bestF1 = f1;
            }
        }
        return best;
    }

    /** A growing list of numbers. */
    private static final class Scores {

        private double[] values = new double[1024];
        private int size;
        private boolean sorted = true;

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
            sorted = false;
        }

        int size() {
            return size;
        }

        long atOrAbove(double threshold) {
            sort();
            int from = 0;
            int to = size;
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (values[middle] < threshold) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return size - (long) from;
        }

        double[] descending() {
            sort();
            double[] descending = new double[size];
            for (int i = 0; i < size; i++) {
                descending[i] = values[size - 1 - i];
            }
            return descending;
        }

        private void sort() {
            if (!sorted) {
                Arrays.sort(values, 0, size);
                sorted = true;
            }
        }
    }
}
