package io.mergewell.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTests {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "123 North Main Street, Apartment 4 | 123 n main st apt 4",
                "123 N. Main St. #4 | 123 n main st 4",
                "Hauptstraße 5 a | haupt st 5a",
                "Hauptstr. 5a | haupt st 5a",
                "Haupt Str. 5A | haupt st 5a",
                "P.za Garibaldi, 3 | piazza garibaldi 3",
                "P.O. Box 12 | pobox 12",
                "Postfach 12 | pobox 12",
                "Calle Mayor no. 5 | calle mayor 5",
                "12, avenue de l'Opéra | 12 ave de lopera",
                "St. James Street | st james st",
            })
    void unifiesWhatStreetLinesAbbreviate(String text, String tokens) {
        assertThat(Streets.tokens(text)).isEqualTo(List.of(tokens.split(" ")));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "42 Glebe Road, 42 glebe rd",
        "7 Maltby Circuit, 7 Maltby Cct.",
        "1 Fifth Avenue, 1 Fifth Ave",
        "Kerkstraat 9, Kerkstr. 9",
        "Karl-Marx-Allee 3, Karl Marx All. 3",
    })
    void givesTwoWaysToWriteAStreetTheSameTokens(String one, String other) {
        assertThat(Streets.tokens(one)).isEqualTo(Streets.tokens(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n/a", "-", "No."})
    void findsNoStreetInNothing(String text) {
        assertThat(Streets.tokens(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "SW1A 1AA, sw1a1aa",
        "1234 ab, 1234ab",
        "90210-1234, 90210",
        "902101234, 90210",
        "D-10115, 10115",
        "CH - 8001, 8001",
        "10115.0, 10115",
        "12345-678, 12345678",
        "00-950, 00950",
        "A1A-1A1, a1a1a1",
        "n/a, ''",
        "' ', ''",
    })
    void unifiesPostcodes(String text, String postcode) {
        assertThat(Postcodes.of(text)).isEqualTo(postcode);
        assertThat(Postcodes.of(postcode)).isEqualTo(postcode);
    }
}
