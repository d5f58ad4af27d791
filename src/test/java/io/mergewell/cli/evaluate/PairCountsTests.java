package io.mergewell.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairCountsTests {

    @ParameterizedTest
    @CsvSource({
        "10, 9, 12, 0.9, 0.75, 0.8181818",
        "10, 0, 12, 0.0, 0.0, 0.0",
        "0, 0, 12, 1.0, 0.0, 0.0",
        "10, 0, 0, 0.0, 1.0, 0.0",
        "0, 0, 0, 1.0, 1.0, 1.0",
    })
    void turnsCountsIntoShares(long claimed, long right, long existing, double precision, double recall, double f1) {
        PairCounts pairs = new PairCounts(claimed, right, existing);

        assertThat(pairs.precision()).isEqualTo(precision);
        assertThat(pairs.recall()).isEqualTo(recall);
        assertThat(pairs.f1()).isEqualTo(f1, within(1e-6));
    }

    @Test
    void refusesMoreRightPairsThanThereAre() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PairCounts(5, 4, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new PairCounts(3, 4, 5));
    }
}
