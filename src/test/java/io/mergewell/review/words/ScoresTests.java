package io.mergewell.review.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoresTests {

    @ParameterizedTest
    @CsvSource({"0, 0.0000", "0.69838, 0.6983", "0.99989, 0.9998", "0.999999, 0.9999", "1, 0.9999"})
    void areRoundedDownAndNeverCertain(double probability, String written) {
        assertThat(Scores.text(probability)).isEqualTo(written);
    }
}
