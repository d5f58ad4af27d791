package io.mergewell.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdSweepTests {

    @ParameterizedTest
    @CsvSource({"0.0, 5, 3", "0.2, 5, 3", "0.3, 4, 3", "0.7, 3, 2", "0.9, 1, 1", "0.91, 0, 0"})
    void claimsEveryPairAtOrAboveAThreshold(double threshold, long claimed, long right) {
        assertThat(sweep().at(threshold, 4)).isEqualTo(new PairCounts(claimed, right, 4));
    }

    @Test
    void findsTheThresholdWithTheHighestF1() {
        assertThat(sweep().best(4)).isEqualTo(0.3);
        assertThat(sweep().reachable()).isEqualTo(3);
    }

    @Test
    void findsNoThresholdBetterThanAnyOther() {
        Random random = new Random(11);
        ThresholdSweep sweep = new ThresholdSweep();
        for (int pair = 0; pair < 3_000; pair++) {
            boolean onePerson = random.nextInt(3) == 0;
            sweep.add(Math.min(1, random.nextDouble() * (onePerson ? 1.3 : 0.8)), onePerson);
        }
        double best = sweep.at(sweep.best(1_500), 1_500).f1();

        for (double threshold = 0; threshold <= 1; threshold += 0.0005) {
            assertThat(best).isGreaterThanOrEqualTo(sweep.at(threshold, 1_500).f1());
        }
    }

    @Test
    void claimsNothingOfNothing() {
        ThresholdSweep nothing = new ThresholdSweep();

        assertThat(nothing.best(2)).isEqualTo(1);
        assertThat(nothing.at(0, 2)).isEqualTo(new PairCounts(0, 0, 2));
    }

    private static ThresholdSweep sweep() {
        ThresholdSweep sweep = new ThresholdSweep();
        sweep.add(0.9, true);
        sweep.add(0.7, true);
        sweep.add(0.3, true);
        sweep.add(0.8, false);
        sweep.add(0.2, false);
        return sweep;
    }
}
