package io.mergewell.person.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            Trade fair|Trade fair
              Trade   fair |Trade fair
            =HYPERLINK("x")|=HYPERLINK("x")
            <b>bold</b>|<b>bold</b>
            """)
    void keepsWhatPeopleWroteInOneLine(String written, String name) {
        assertThat(Term.of(TermKind.LABEL, "", "7", written))
                .get()
                .extracting(Term::name)
                .isEqualTo(name);
    }

    @Test
    void takesLineBreaksAndControlCharactersForBlanks() {
        assertThat(Term.of(TermKind.OWNER, "", "7", "Ada\r\n\u0000\tBerg\u2028!"))
                .get()
                .extracting(Term::name)
                .isEqualTo("Ada Berg !");
    }

    @Test
    void cutsANameThatNobodyReadsToItsEnd() {
        String astral = "x".repeat(198) + "\uD83D\uDE00\uD83D\uDE00";

        assertThat(Term.of(TermKind.LABEL, "", "7", "y".repeat(5_000)))
                .get()
                .extracting(Term::name)
                .isEqualTo("y".repeat(199) + "…");
        assertThat(Term.of(TermKind.LABEL, "", "7", astral))
                .get()
                .extracting(Term::name)
                .isEqualTo("x".repeat(198) + "…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u0000"})
    void isNoTermWithoutAName(String written) {
        assertThat(Term.of(TermKind.LABEL, "", "7", written)).isEmpty();
    }

    @Test
    void isNoTermWithoutACodeThatARecordCanHave() {
        assertThat(Term.of(TermKind.LABEL, "", " ", "Customer")).isEmpty();
        assertThat(Term.of(TermKind.LABEL, "", "7".repeat(201), "Customer")).isEmpty();
        assertThat(Term.of(TermKind.OPTION, "f".repeat(201), "7", "Customer")).isEmpty();
        assertThat(Term.of(TermKind.LABEL, "", "7\u0000", "Customer")).isEmpty();
        assertThat(Term.of(TermKind.OPTION, "f\u0000", "7", "Customer")).isEmpty();
    }

    @Test
    void doesNotPrintItsName() {
        assertThat(Term.of(TermKind.OWNER, "", "7", "Ada Berg").orElseThrow()).hasToString("Term[OWNER 7]");
    }
}
