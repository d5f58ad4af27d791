package io.mergewell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cli.ending.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTests {

    @TempDir
    private Path folder;

    private Typed typed;

    @BeforeEach
    void sitDown() {
        typed = new Typed(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dryrun              | Unmatched argument at index 0: 'dryrun' | ./run.sh --help
            sandbox --prt=80    | Unknown option: '--prt=80'              | ./run.sh sandbox --help
            sandbox --port here | Invalid value for option '--port'       | ./run.sh sandbox --help
            """)
    void saysHowToUseACommandThatWasMistyped(String line, String sentence, String next) {
        int code = typed.run(line.split(" "));

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).startsWith(sentence).endsWith("\nNext: " + next + "\n");
        assertThat(typed.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "sandbox --help"})
    void helpsWithExamplesAndWithoutColours(String line) {
        assertThat(typed.run(line.split(" "))).isEqualTo(ExitCode.DONE);
        assertThat(typed.out())
                .contains("Usage: ./run.sh")
                .containsPattern("Examples?:\n  \\./run\\.sh")
                .doesNotContain("\u001B");
        assertThat(typed.err()).isEmpty();
    }

    @Test
    void saysWhichVersionItIs() {
        assertThat(typed.run("--version")).isEqualTo(ExitCode.DONE);
        assertThat(typed.out()).startsWith("Mergewell ");
    }
}
