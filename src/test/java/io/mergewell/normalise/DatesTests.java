package io.mergewell.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTests {

    private static final DateForm BIRTHDAY = new DateForm(1971, 6, 24, false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1971-06-24",
                " 1971-6-24 ",
                "19710624",
                "1971 0624",
                "197106 24",
                "1971/06/24",
                "1971.06.24",
                "1971-24-06",
                "1971-06-24T00:00:00Z",
                "1971-06-24T00:00:00.000+02:00",
                "1971-06-24 12:30",
                "24.06.1971",
                "24.6.1971.",
                "24/06/1971",
                "06/24/1971",
                "24-06-1971",
                "24061971",
                "24.06.71",
                "24-Jun-71",
                "24-JUN-1971",
                "24 June 1971",
                "24th June, 1971",
                "June 24, 1971",
                "Jun 24th 1971",
                "1971 June 24",
                "1971-Jun-24",
                "１９７１-０６-２４"
            })
    void readsADateHoweverItIsWritten(String text) {
        assertThat(Dates.of(text)).isEqualTo(BIRTHDAY);
    }

    @ParameterizedTest(name = "{0} -> {1}-{2}-{3}")
    @CsvSource({
        "03/04/1971, 1971, 4, 3",
        "3.4.1971, 1971, 4, 3",
        "1971-03-04, 1971, 3, 4",
        "13/04/1971, 1971, 4, 13",
        "04/13/1971, 1971, 4, 13",
        "31.02.1971, 1971, 2, 31",
        "01/02/29, 2029, 2, 1",
        "01/02/30, 1930, 2, 1",
        "1971, 1971, 0, 0",
        "06/1971, 1971, 6, 0",
        "1971-06, 1971, 6, 0",
        "June 1971, 1971, 6, 0",
        "1971-00-00, 1971, 0, 0",
        "1971-06-00, 1971, 6, 0",
        "1850-02-01, 1850, 2, 1",
    })
    void followsItsRuleWhereADateIsAmbiguousOrIncomplete(String text, int year, int month, int day) {
        assertThat(Dates.of(text)).isEqualTo(new DateForm(year, month, day, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1900-01-01",
                "1970-01-01",
                "01/01/1980",
                "1 January 2000",
                "9999-12-31",
                "0001-01-01",
                "0000-00-00",
                "00000000",
                "1899-12-30",
                "1753-01-01"
            })
    void marksDatesThatStandForNone(String text) {
        assertThat(Dates.of(text)).isNotNull().matches(DateForm::placeholder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "n/a",
                "unknown",
                "24",
                "71",
                "624",
                "1971-13-32",
                "32.06.1971",
                "24.13.1971",
                "1849-06-24",
                "2101-06-24",
                "1971-06-24-01",
                "123456789",
                "24 Foo 1971",
                "1971-06-24x",
                "Jun Jul 1971",
                "12:30",
                "1971-06-241"
            })
    void findsNoDateInOtherText(String text) {
        assertThat(Dates.of(text)).isNull();
    }

    @Test
    void ignoresTextsFarTooLong() {
        assertThat(Dates.of("1971-06-24 " + "0".repeat(10_000))).isNull();
    }
}
