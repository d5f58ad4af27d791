package io.mergewell.review.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
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
                    $100,                '$100
                    5 %,                 '5 %
                    May 2024,            'May 2024
                    MARCH1,              'MARCH1
                    24. Okt.,            '24. Okt.
                    May Fair,            May Fair
                    May Fair 24,         May Fair 24
                    """)
    void keepsEachDigitOfAPhoneNumber(String phone, String cell) {
        assertThat(CsvCell.digits(phone)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    1971-02-03, 1971-02-03
                    01/02/1971, '01/02/1971
                    2.3.1971,   '2.3.1971
                    19710203,   '19710203
                    3 Feb 1971, '3 Feb 1971
                    unknown,    unknown
                    """)
    void keepsDatesThatASpreadsheetMayReadTheOtherWayRound(String date, String cell) {
        assertThat(CsvCell.date(date)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    17,                 17
                    123456789012345,    123456789012345
                    1234567890123456,   '1234567890123456
                    007,                '007
                    1E5,                '1E5
                    rec-7,              rec-7
                    SEPT2,              'SEPT2
                    €7,                 '€7
                    =7,                 '=7
                    """)
    void keepsIdsThatASpreadsheetWouldRewrite(String id, String cell) {
        assertThat(CsvCell.id(id)).isEqualTo(cell);
    }

    /**
     * LibreOffice 7.4 opened our cells with numbers, dates and fractions recognised, saved them as a workbook, opened
     * that, and saved it as text in {@code cells-saved-by-libreoffice.csv}.
     */
    @Test
    void noSpreadsheetChangesACell() throws IOException {
        List<String> ours = lines("cells.csv").stream()
                .map(line -> cell(line.get("kind"), line.get("value")))
                .toList();
        List<String> saved = lines("cells-saved-by-libreoffice.csv").stream()
                .map(line -> line.get("cell"))
                .toList();
        assertThat(ours).hasSizeGreaterThan(50).isEqualTo(saved);
    }

    private static String cell(String kind, String value) {
        return switch (kind) {
            case "id" -> CsvCell.id(value);
            case "digits" -> CsvCell.digits(value);
            case "date" -> CsvCell.date(value);
            default -> CsvCell.text(value);
        };
    }

    private static List<CSVRecord> lines(String resource) throws IOException {
        URL file = Objects.requireNonNull(CsvCellTests.class.getResource(resource));
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }
}
