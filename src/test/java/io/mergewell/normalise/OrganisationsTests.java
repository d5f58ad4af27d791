package io.mergewell.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganisationsTests {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "The Acme Company, Inc. | acme",
                "ACME Corp | acme",
                "Acme Holdings Ltd. | acme",
                "Müller & Söhne GmbH & Co. KG | muller and sohne",
                "Müller und Söhne | muller and sohne",
                "Procter & Gamble | procter and gamble",
                "Rossi S.r.l. (Milano) | rossi",
                "Banco Azul, S.A. de C.V. | banco azul sa de",
                "Foo Sp. z o.o. | foo",
                "ООО \"Ромашка\" | romashka",
                "A.B.C. Ltd | abc",
                "AG | ag",
                "The The | the",
                "n/a | ``",
                "- | ``",
            })
    void leavesTheNameWithoutItsLegalForm(String text, String organisation) {
        assertThat(Organisations.of(text)).isEqualTo(organisation);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "unknown, true",
        "n/a, true",
        "---, true",
        "xxx, true",
        "aaaa, true",
        "n/a., true",
        "(none), true",
        "aaa, false",
        "iii, false",
        "0000, true",
        "111, false",
        "'', false",
        "bo, false"
    })
    void knowsTextsThatSayNothing(String folded, boolean placeholder) {
        assertThat(Placeholders.isPlaceholder(folded)).isEqualTo(placeholder);
    }
}
