package io.mergewell.review;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a probability is written. */
final class Scores {

    private static final int DECIMALS = 4;

    private Scores() {}

    /** With four decimals, rounded down: what is written as 1.0000 is certain. */
    static String text(double probability) {
        return BigDecimal.valueOf(probability)
                .setScale(DECIMALS, RoundingMode.DOWN)
                .toPlainString();
    }
}
