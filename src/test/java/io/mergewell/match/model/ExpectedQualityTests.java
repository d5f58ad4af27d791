package io.mergewell.match.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mergewell.match.Thresholds;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ExpectedQualityTests {

    @Test
    void proposesFromTheMiddleOfTheGapBetweenRightAndWrong() {
        Thresholds chosen = chosen(DoubleStream.concat(copies(20, 100), copies(-10, 1_000)));

        assertThat(Calibration.bits(chosen.review())).isBetween(5.0, 10.0);
    }

    @Test
    void proposesMoreWhereGoodPairsAreFewThanTheyDeserve() {
        double manyGood = chosen(DoubleStream.concat(copies(20, 1_000), copies(-3.1, 100)))
                .review();
        double fewGood =
                chosen(DoubleStream.concat(copies(20, 10), copies(-3.1, 100))).review();

        assertThat(fewGood).isLessThan(manyGood);
    }

    @Test
    void neverProposesWhatIsTwiceAsLikelyWrongAsRight() {
        Thresholds chosen = chosen(DoubleStream.concat(copies(-3.9, 10), copies(-4.1, 1_000)));

        assertThat(Calibration.bits(chosen.review())).isBetween(-4.0, -3.85);
    }

    @Test
    void proposesNoNameAloneWhateverTheUserAsksFor() {
        Thresholds chosen = new ExpectedQuality(pairs(copies(20, 10))).thresholds(0.01, 0.9);

        assertThat(chosen.review()).isGreaterThan(Calibration.probability(MatchModel.NAME_ALONE));
    }

    @Test
    void letsMillionsOfHopelessPairsSayNothing() {
        double without =
                chosen(DoubleStream.concat(copies(20, 100), copies(-3, 20))).review();
        double with = chosen(DoubleStream.of(DoubleStream.concat(
                                copies(20, 100), DoubleStream.concat(copies(-3, 20), copies(-30, 1_000_000)))
                        .toArray()))
                .review();

        assertThat(with).isEqualTo(without);
    }

    @Test
    void mergesWithoutReviewOnlyWhereThePrecisionExpectedKeepsThePromise() {
        Thresholds chosen = chosen(DoubleStream.iterate(0, bits -> bits < 20, bits -> bits + 0.01));

        double auto = Calibration.bits(chosen.auto());
        double expected = DoubleStream.iterate(auto, bits -> bits < 20, bits -> bits + 0.01)
                .map(bits -> Calibration.probability(bits))
                .average()
                .orElseThrow();
        assertThat(expected).isCloseTo(0.999, within(0.0003));
    }

    @Test
    void callsNothingNearCertainWhereNothingIs() {
        assertThat(chosen(copies(1, 100)).auto()).isGreaterThan(1);
        assertThat(chosen(DoubleStream.empty()).auto()).isGreaterThan(1);
    }

    @Test
    void leavesThresholdsOfTheUserAlone() {
        Thresholds chosen = new ExpectedQuality(pairs(copies(20, 100))).thresholds(0.7, 0.9);

        assertThat(chosen).isEqualTo(new Thresholds(0.7, 0.9));
    }

    private static DoubleStream copies(double bits, int count) {
        return DoubleStream.generate(() -> bits).limit(count);
    }

    private static Thresholds chosen(DoubleStream bits) {
        return new ExpectedQuality(pairs(bits)).thresholds(null, null);
    }

    private static ScoredPairs pairs(DoubleStream bits) {
        double[] all = bits.toArray();
        float[] weights = new float[all.length];
        for (int i = 0; i < all.length; i++) {
            weights[i] = (float) all[i];
        }
        int[] first = new int[all.length];
        int[] second = new int[all.length];
        Arrays.fill(second, 1);
        return new ScoredPairs(List.of(new ScoredPairs.Chunk(first, second, weights)));
    }
}
