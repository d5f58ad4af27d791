package io.mergewell.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi;

class ScreenTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | true  | xterm |   | ON  | ON  | true
            true  | false | xterm |   | ON  | OFF | false
            false | true  | xterm |   | OFF | ON  | true
            false | false | xterm |   | OFF | OFF | false
            true  | true  | xterm | 1 | OFF | OFF | true
            true  | true  | dumb  |   | OFF | OFF | false
            true  | true  |       |   | OFF | OFF | false
            """)
    void givesATerminalWhatItUnderstands(
            String out, String err, String term, String noColor, Ansi results, Ansi messages, boolean bar) {
        Properties properties = new Properties();
        properties.setProperty("mergewell.screen.out", out);
        properties.setProperty("mergewell.screen.err", err);

        Screen screen = Screen.of(
                Map.of("TERM", text(term), "NO_COLOR", text(noColor)), properties, OutputStream.nullOutputStream());

        assertThat(screen.out()).isEqualTo(results);
        assertThat(screen.err()).isEqualTo(messages);
        assertThat(screen.bar().isPresent()).isEqualTo(bar);
    }

    @ParameterizedTest
    @CsvSource({"132,132", "40,40", "0,80", "'',80", "wide,80", "99999,80"})
    void takesAUsualWidthForOneThatCannotBe(String told, int columns) {
        Properties properties = new Properties();
        properties.setProperty("mergewell.screen.columns", told);

        assertThat(Screen.of(Map.of(), properties, OutputStream.nullOutputStream())
                        .columns())
                .isEqualTo(columns);
    }

    @Test
    void coloursWordsAndNoNamesOfFiles() {
        assertThat(Highlights.in("12 rows, 3 AUTO (near certain), 9 REVIEW.", Ansi.ON))
                .isEqualTo("12 rows, 3 \u001b[32mAUTO\u001b[0m (near certain), 9" + " \u001b[33mREVIEW\u001b[0m.");
        assertThat(Highlights.in("reports/AUTO/REVIEW.csv AUTOMATIC", Ansi.ON))
                .isEqualTo("reports/AUTO/REVIEW.csv AUTOMATIC");
        assertThat(Highlights.in("3 AUTO", Ansi.OFF)).isEqualTo("3 AUTO");
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }
}
