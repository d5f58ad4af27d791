package io.mergewell.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTests {

    private static final Phones AMERICAN = new Phones("US");
    private static final Phones GERMAN = new Phones("DE");
    private static final Phones ANYWHERE = new Phones(null);

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource({
        "US, (415) 555-0132, 14155550132, 4155550132",
        "US, 415.555.0132, 14155550132, 4155550132",
        "US, 1-415-555-0132, 14155550132, 4155550132",
        "US, +1 415 555 0132, 14155550132, 4155550132",
        "US, tel:+1-415-555-0132, 14155550132, 4155550132",
        "US, mobile 415 555 0132, 14155550132, 4155550132",
        "US, 415 555 0132 (home), 14155550132, 4155550132",
        "US, 415/555-0132, 14155550132, 4155550132",
        "US, 4155550132.0, 14155550132, 4155550132",
        "US, 1-800-FLOWERS, 18003569377, 8003569377",
        "US, 0049 89 123456, 4989123456, 89123456",
        "US, 011 49 89 123456, 4989123456, 89123456",
        "US, +0049 89 123456, 4989123456, 89123456",
        "DE, 089/123456, 4989123456, 89123456",
        "DE, 089 / 12 34 56, 4989123456, 89123456",
        "DE, +49 (0)89 / 123456, 4989123456, 89123456",
        "DE, 0049 (0)89 123456, 4989123456, 89123456",
        "DE, 49 89 123456, 4989123456, 89123456",
        "DE, +0171 2345678, 491712345678, 1712345678",
        "DE, +1 (415) 555-0132, 14155550132, 4155550132",
        "DE, +39 (0)6 1234567, 39061234567, 061234567",
        "DE, +351 (0)21 123 4567, 351211234567, 211234567",
        "IT, 06 1234567, 39061234567, 061234567",
        "UG, 712 300633, 256712300633, 712300633",
        ", +49 89 123456, 4989123456, 89123456",
        ", 0049 89 123456, 4989123456, 89123456",
        "US, ＋４９ ８９ １２３４５６, 4989123456, 89123456",
    })
    void placesANumberInItsCountry(@Nullable String region, String cell, String digits, String national) {
        assertThat(new Phones(region).of(cell)).containsExactly(new PhoneForm(digits, national, "", true, true));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "415 555 0132 x12, 12",
        "415 555 0132 ext. 12, 12",
        "'415 555 0132, ext 12', 12",
        "415 555 0132 #12, 12",
        "415-555-0132;ext=12, 12",
        "415 555 0132 extension 1234, 1234",
        "415 555 0132 int. 7, 7",
        "415 555 0132, ''",
        "#415 555 0132, ''",
    })
    void tellsTheExtensionFromTheNumber(String cell, String extension) {
        assertThat(AMERICAN.of(cell))
                .containsExactly(new PhoneForm("14155550132", "4155550132", extension, true, true));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"089 12345 DW 12", "089 12345, Durchwahl 12"})
    void knowsGermanExtensions(String cell) {
        assertThat(GERMAN.of(cell)).containsExactly(new PhoneForm("498912345", "8912345", "12", true, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "415-555-0132 / 415-555-0199", "415-555-0132; 415-555-0199", "415-555-0132, 415-555-0199",
                "415-555-0132 or 415-555-0199", "+14155550132+14155550199", "415-555-0132\n415-555-0199",
                "415-555-0132 (home) | 415-555-0199 (work)", "415-555-0132, 415-555-0199, 415-555-0132"
            })
    void readsSeveralNumbersOfOneCellEachOnce(String cell) {
        assertThat(AMERICAN.of(cell)).extracting(PhoneForm::digits).containsExactly("14155550132", "14155550199");
    }

    @ParameterizedTest
    @ValueSource(strings = {"089 12345610/11", "089 12345610, 11"})
    void leavesOutTheOtherEndingOfANumber(String cell) {
        assertThat(GERMAN.of(cell)).extracting(PhoneForm::digits).containsExactly("498912345610");
    }

    @Test
    void keepsTheDigitsOfANumberWithoutARegion() {
        assertThat(ANYWHERE.of("0171 / 234-5678"))
                .containsExactly(new PhoneForm("01712345678", "1712345678", "", true, false));
    }

    @Test
    void keepsTheDigitsOfANumberThatNoCountryHas() {
        assertThat(AMERICAN.of("555-0132")).containsExactly(new PhoneForm("5550132", "5550132", "", true, false));
        assertThat(AMERICAN.of("+999 123 456 78"))
                .containsExactly(new PhoneForm("99912345678", "99912345678", "", true, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12",
                "12345",
                "123456789",
                "1234567890",
                "+1 123 456 7890",
                "987654321",
                "0000000",
                "000",
                "5555555555",
                "+1 555 555 5555",
                "99999999",
                "+49 89 0000000",
                "123456789012345678"
            })
    void takesJunkForNobodysNumber(String cell) {
        assertThat(AMERICAN.of(cell)).singleElement().matches(form -> !form.valid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "n/a", "-", "call me", "4.91712E+11", "4.9171234567E+11"})
    void findsNothingWithoutANumber(String cell) {
        assertThat(AMERICAN.of(cell)).isEmpty();
    }

    @Test
    void refusesARegionWithoutNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Phones("usa"))
                .withMessageContaining("two-letter country code");
    }
}
