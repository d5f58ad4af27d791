package io.mergewell.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipsTests {

    @ParameterizedTest
    @CsvSource({
        "robert, robret, true, true",
        "mathew, matthew, true, true",
        "ana, anna, true, true",
        "marko, mirko, true, false",
        "paul, paula, true, false",
        "christian, christina, true, false",
        "hanna, anna, true, false",
        "lena, lea, true, false",
        "brian, brian, false, false",
        "miller, muler, false, false",
        "'', a, true, false"
    })
    void tellsASlipFromAnotherName(String one, String other, boolean slip, boolean noOtherName) {
        assertThat(Slips.isOne(one, other)).isEqualTo(slip);
        assertThat(Slips.isOne(other, one)).isEqualTo(slip);
        assertThat(Slips.isNoOtherName(one, other)).isEqualTo(noOtherName);
        assertThat(Slips.isNoOtherName(other, one)).isEqualTo(noOtherName);
    }
}
