package io.mergewell.match.model;

/**
 * From match weight to match probability. Weights err on the safe side: dependent fields are discounted and typical
 * errors capped, so on labelled data pairs are right more often than their weight says. Three bits make up for it.
 */
public final class Calibration {

    /** What is added to a match weight before it becomes a probability, in bits. */
    public static final double CAUTION = 3;

    private Calibration() {}

    /** The probability, 0 to 1, that a pair of that match weight is one human being. */
    public static double probability(double bits) {
        return 1 / (1 + Math.exp(-(bits + CAUTION) * Math.log(2)));
    }

    /** The match weight that has a probability; infinite at 0 and from 1 up. */
    public static double bits(double probability) {
        return probability >= 1 ? Double.POSITIVE_INFINITY : Weights.log2(probability / (1 - probability)) - CAUTION;
    }
}
