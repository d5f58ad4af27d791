package io.mergewell.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\u0000=1",
                "\tx",
                "\nx",
                "\rx",
                "\u0000x",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "  =1",
                "\u00A0=1",
                "\u3000=1",
                "\uFEFF=1",
                "\u200B=1",
                " \t =1",
                "  ＝1"
            })
    void putsAnApostropheBeforeWhatCouldRun(String payload) {
        assertThat(CsvCell.text(payload)).startsWith("'").doesNotContain("\t", "\r", "\n", "\u0000");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    x;=1+1,     x;'=1+1
                    x; @A,      x;' @A
                    ;;-1,       ;;'-1
                    a;b,        a;b
                    """)
    void protectsTheCellThatAnotherListSeparatorWouldCut(String value, String cell) {
        assertThat(CsvCell.text(value)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Zoë O'Neil-Smith", "a@b.c", "1971-02-03", "李", "x = y", "'=1"})
    void leavesOrdinaryTextAlone(String value) {
        assertThat(CsvCell.text(value)).isEqualTo(value);
    }

    @Test
    void putsALineOfSeveralIntoOne() {
        assertThat(CsvCell.text("1 Main St\r\nFlat\t2")).isEqualTo("1 Main St Flat 2");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    0415550132,          '0415550132
                    4155550132,          '4155550132
                    12-1934,             '12-1934
                    1E5,                 '1E5
                    (415) 555-0132,      '(415) 555-0132
                    +1 415 555 0132,     '+1 415 555 0132
                    415 555 0132 ext. 7, 415 555 0132 ext. 7
                    """)
    void keepsEachDigitOfAPhoneNumber(String phone, String cell) {
        assertThat(CsvCell.digits(phone)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    17,                 17
                    123456789012345,    123456789012345
                    1234567890123456,   '1234567890123456
                    007,                '007
                    1E5,                '1E5
                    rec-7,              rec-7
                    =7,                 '=7
                    """)
    void keepsIdsThatASpreadsheetWouldRewrite(String id, String cell) {
        assertThat(CsvCell.id(id)).isEqualTo(cell);
    }
}
