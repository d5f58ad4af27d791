package io.mergewell.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRecordsTests {

    /** In the tables {@code ~} stands for a line feed and {@code ^} for a carriage return. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    a,b~1,2~                    => 1:[a|b] 2:[1|2]
                    a,b~1,2                     => 1:[a|b] 2:[1|2]
                    a,b^~1,2^~                  => 1:[a|b] 2:[1|2]
                    a,b^1,2^                    => 1:[a|b] 2:[1|2]
                    ~~a,b~~~1,2~^~              => 3:[a|b] 6:[1|2]
                    a,b~"1,1","2~2"~3,4         => 1:[a|b] 2:[1,1|2~2] 4:[3|4]
                    a,b~"x ""y"" z",\"""q"~      => 1:[a|b] 2:[x "y" z|"q]
                    a,b~"",""~                  => 1:[a|b] 2:[|]
                    a,b~ 1 , 2 ~                => 1:[a|b] 2:[ 1 | 2 ]
                    a,b~ "1" , "2,2" ~          => 1:[a|b] 2:[1|2,2]
                    a,b~x"y,z""~                => 1:[a|b] 2:[x"y|z""]
                    a,b~,~                      => 1:[a|b] 2:[|]
                    a,b~1,"2^~2"^~3,4           => 1:[a|b] 2:[1|2^~2] 4:[3|4]
                    """)
    void splitsWhatIsWellFormed(String text, String records) throws IOException {
        assertThat(described(text)).isEqualTo(records);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    a,b~1~2,3,4~5,6             => 1:[a|b] 2!has 1 cells 3!has 3 cells 4:[5|6]
                    a,b~"1" x,2~3,4             => 1:[a|b] 2!has text behind 3:[3|4]
                    a,b~"1,2~3,4~5,6            => 1:[a|b] 2!opens a quote 3:[3|4] 4:[5|6]
                    a,b~1,"2~3,4~"5",6~7,8      => 1:[a|b] 2!has text behind 3:[3|4] 4:[5|6] 5:[7|8]
                    a,b~1,"2~3,4~5",6~7,8       => 1:[a|b] 2!has 3 cells 3:[3|4] 4:[5"|6] 5:[7|8]
                    a,b~1,2~"                   => 1:[a|b] 2:[1|2] 3!opens a quote
                    a,b~1,"2^~3,4^~5,6          => 1:[a|b] 2!opens a quote 3:[3|4] 4:[5|6]
                    """)
    void goesOnBehindWhatIsDamaged(String text, String records) throws IOException {
        assertThat(described(text)).isEqualTo(records);
    }

    @Test
    void aQuoteThatIsOpenForTooLongWasNeverClosed() throws IOException {
        String good = "2,x\n".repeat(CsvRecords.LONGEST / 2);

        List<CsvRow> rows = rows(new StringReader("a,b\n1,\"x\n" + good + "3,\"y\"\n"));

        assertThat(rows).hasSize(3 + CsvRecords.LONGEST / 2);
        assertThat(rows)
                .filteredOn(row -> row.fault() != null)
                .extracting(CsvRow::line)
                .containsExactly(2L);
    }

    @Test
    void aLineThatIsTooLongIsGivenUpAlone() throws IOException {
        String endless = "x".repeat(3 * CsvRecords.LONGEST);

        List<CsvRow> rows = rows(new StringReader("a,b\n" + endless + "\n3,y\n"));

        assertThat(rows).extracting(CsvRow::line).containsExactly(1L, 2L, 3L);
        assertThat(rows.get(1).fault()).contains("longer than");
        assertThat(rows.get(2).cells()).containsExactly("3", "y");
    }

    @Property(tries = 300)
    void agreesWithCommonsCsvOnWhateverThatWrites(
            @ForAll("tables") List<List<String>> table, @ForAll @IntRange(min = 1, max = 7) int charactersAtATime)
            throws IOException {
        for (CSVFormat format : List.of(CSVFormat.RFC4180, quotingAll(';'), quotingAll('\t'))) {
            StringBuilder text = new StringBuilder();
            for (List<String> row : table) {
                format.printRecord(text, row);
            }

            List<CsvRow> rows = rows(
                    new SlowReader(text.toString(), charactersAtATime),
                    format.getDelimiterString().charAt(0));

            assertThat(rows).extracting(CsvRow::cells).isEqualTo(byCommonsCsv(text.toString(), format));
            assertThat(rows).allMatch(row -> row.fault() == null);
        }
    }

    @Property(tries = 1000)
    void readsDamagedTextTheSameHoweverItArrives(
            @ForAll("damaged texts") String text, @ForAll @IntRange(min = 1, max = 7) int charactersAtATime)
            throws IOException {
        List<CsvRow> atOnce = rows(new StringReader(text));

        assertThat(rows(new SlowReader(text, charactersAtATime), ',')).isEqualTo(atOnce);
        assertThat(atOnce).extracting(CsvRow::line).isSorted().doesNotHaveDuplicates();
    }

    @Provide("damaged texts")
    Arbitrary<String> damagedTexts() {
        return Arbitraries.strings().withChars("ab ,,\"\"\n\n\r").ofMaxLength(40);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cells =
                Arbitraries.strings().withChars("ab \",;\t\n\r'é\uD83D\uDE00").ofMaxLength(6);
        // Spaces before a quote are read generously, and a row of one empty cell is a blank line: both on purpose.
        return cells.filter(cell -> !cell.stripLeading().startsWith("\"") || !cell.startsWith(" "))
                .list()
                .ofSize(3)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static CSVFormat quotingAll(char delimiter) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setQuoteMode(QuoteMode.ALL)
                .get();
    }

    private static List<List<String>> byCommonsCsv(String text, CSVFormat format) throws IOException {
        try (CSVParser parser = CSVParser.parse(text, format)) {
            return parser.stream().map(CSVRecord::toList).toList();
        }
    }

    private static String described(String text) throws IOException {
        return rows(new StringReader(text.replace('~', '\n').replace('^', '\r'))).stream()
                .map(row -> row.line() + (row.fault() == null ? ":" + cells(row) : "!" + threeWords(row.fault())))
                .collect(Collectors.joining(" "));
    }

    private static String cells(CsvRow row) {
        return ("[" + String.join("|", row.cells()) + "]").replace('\n', '~').replace('\r', '^');
    }

    private static String threeWords(String sentence) {
        return String.join(" ", List.of(sentence.split(" ")).subList(0, 3));
    }

    private static List<CsvRow> rows(Reader reader) throws IOException {
        return rows(reader, ',');
    }

    private static List<CsvRow> rows(Reader reader, char delimiter) throws IOException {
        List<CsvRow> rows = new ArrayList<>();
        try (CsvRecords records = new CsvRecords(reader, delimiter)) {
            for (CsvRow row = records.next(); row != null; row = records.next()) {
                records.expectWidth(
                        rows.isEmpty()
                                ? row.cells().size()
                                : rows.get(0).cells().size());
                rows.add(row);
            }
        }
        return rows;
    }

    /** Gives a few characters at a time, as a network file system may. */
    private static final class SlowReader extends StringReader {

        private final int most;

        SlowReader(String text, int most) {
            super(text);
            this.most = most;
        }

        @Override
        public int read(char[] into, int from, int length) throws IOException {
            return super.read(into, from, Math.min(length, most));
        }
    }
}
