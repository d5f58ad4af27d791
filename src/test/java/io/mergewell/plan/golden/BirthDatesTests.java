package io.mergewell.plan.golden;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirthDatesTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    1971-02-03, 03.02.1971, true
                    1971-02-03, 1971,       true
                    1971,       1971-02-03, false
                    1971-02-03, 1971-03-02, false
                    1971-02-03, unreadable, false
                    unreadable, UNREADABLE, true
                    """)
    void aDateHoldsAnotherThatSaysNoMore(String date, String other, boolean holds) {
        assertThat(BirthDates.holds(date, other)).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "n/a", "-"})
    void knowsWhatOnlyFillsTheField(String date) {
        assertThat(BirthDates.saysNothing(date)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1971-02-03", "1971", "in spring"})
    void knowsWhatSaysSomething(String date) {
        assertThat(BirthDates.saysNothing(date)).isFalse();
    }
}
