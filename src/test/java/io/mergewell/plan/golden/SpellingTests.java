package io.mergewell.plan.golden;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    Acme,       ACME,      true
                    Main  St,   Main St,   true
                    Straße 1,   straße 1,  true
                    Ｂuyer,     buyer,     true
                    Müller,     Muller,    false
                    Acme Inc.,  Acme Inc,  false
                    1.5,        15,        false
                    """)
    void isTheSameButForCapitalsAndWhiteSpace(String one, String other, boolean same) {
        assertThat(Spelling.same(one, other)).isEqualTo(same);
        assertThat(Spelling.same(other, one)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    Will Smith,          "SMITH, Will",      true
                    Will Smith,          W. Smith,           true
                    Will Smith,          Smith,              true
                    Will John Smith,     Will J. Smith,      true
                    Will Smith,          Will John Smith,    false
                    Will Smith,          Bill Smith,         false
                    Will Smith,          W. W. Smith,        false
                    Will Smith,          Dr. Will Smith,     false
                    Will Smith,          Will Smith Jr.,     false
                    Zoe Muller,          Zoë Müller,         false
                    W. Smith,            Will Smith,         false
                    李 小龙,              小龙 李,             true
                    """)
    void aNameHoldsAnotherThatSaysNoMore(String name, String other, boolean holds) {
        assertThat(Spelling.nameHolds(name, other)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "12 Harbor Street, 12 Harbour Street, true",
        "12 Harbor Street, 14 Harbor Street, false",
        "San Francisco, San Fransisco, true",
        "San Francisco, San Jose, false",
        "5 Rosetta Street, 5 Roset ta Street, true",
        "Acme Brass, Acme Steel, false"
    })
    void tellsATypoFromAnotherText(String one, String other, boolean typo) {
        assertThat(Spelling.isTypo(one, other)).isEqualTo(typo);
    }
}
