package io.mergewell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTests {

    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-11-21T03:00:00Z"));

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dryrun              | Unmatched argument at index 0: 'dryrun' | ./run.sh --help
            sandbox --prt=80    | Unknown option: '--prt=80'              | ./run.sh sandbox --help
            sandbox --port here | Invalid value for option '--port'       | ./run.sh sandbox --help
            """)
    void saysHowToUseACommandThatWasMistyped(String line, String sentence, String next) {
        int code = run(line.split(" "));

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).startsWith(sentence).endsWith("\nNext: " + next + "\n");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "sandbox --help"})
    void helpsWithExamplesAndWithoutColours(String line) {
        assertThat(run(line.split(" "))).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .contains("Usage: ./run.sh")
                .containsPattern("Examples?:\n  \\./run\\.sh")
                .doesNotContain("\u001B");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void saysWhichVersionItIs() {
        assertThat(run("--version")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).startsWith("Mergewell ");
    }

    private int run(String... arguments) {
        Surroundings surroundings = new Surroundings(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Map.of(),
                NOW,
                Path.of("").toAbsolutePath());
        return new Terminal(surroundings, new CrashFile(folder, NOW)).run(List.of(arguments));
    }
}
