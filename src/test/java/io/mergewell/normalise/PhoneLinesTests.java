package io.mergewell.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneLinesTests {

    private final PhoneLines lines = new PhoneLines();

    @ParameterizedTest
    @CsvSource({
        "4915114253627, true",
        "393286158829, true",
        "14155552671, false",
        "493023125000, false",
        "390612345678, false",
        "18003569377, false",
        "4912, false",
        "'', false",
        "000, false"
    })
    void onlyNumbersThatAreSurelyMobileAreAPersonsOwn(String digits, boolean personal) {
        assertThat(lines.isPersonal(digits)).isEqualTo(personal);
    }
}
