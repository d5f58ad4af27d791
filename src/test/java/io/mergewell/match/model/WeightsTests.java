package io.mergewell.match.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WeightsTests {

    @ParameterizedTest
    @CsvSource({"2, 14", "300, 14", "5000, 14", "10000, 15", "40000, 17", "5120000, 24"})
    void letsAnAgreementWeighOneBitMoreWithEachDoublingOfALongList(int records, double bits) {
        assertThat(Weights.mostBits(records)).isEqualTo(bits);
    }
}
