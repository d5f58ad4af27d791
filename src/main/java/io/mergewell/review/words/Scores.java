package io.mergewell.review.words;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a match probability is written, wherever it is. */
public final class Scores {

    private static final int DECIMALS = 4;
    private static final BigDecimal MOST = new BigDecimal("0.9999");

    private Scores() {}

    /** With four decimals, rounded down and never 1.0000: no pair is certain, even where a double holds no less than 1. */
    public static String text(double probability) {
        return BigDecimal.valueOf(probability)
                .setScale(DECIMALS, RoundingMode.DOWN)
                .min(MOST)
                .toPlainString();
    }
}
