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
    @CsvSource(delimiterString = "=>", textBlock = """
            dryrun              => Unmatched argument at index 0: 'dryrun'. Did you mean dry-run?~ => --help
            everything          => Unmatched argument at index 0: 'everything'~                   => --help
            sandbox --prt=80    => Unknown option: '--prt=80'. Did you mean --port?~              => sandbox --help
            sandbox --port here => Invalid value for option '--port'                              => sandbox --help
            completion fish     => Invalid value for positional parameter at index 0 (bash|zsh)   => completion --help
            job-file max-groups => No key of a job file begins with max-groups. Did you mean      => job-file plan.max-group
            job-file whatever   => No key of a job file begins with whatever.~                    => job-file
            """)
    void saysHowToUseACommandThatWasMistyped(String line, String sentence, String next) {
        int code = typed.run(line.split(" "));

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).startsWith(sentence.replace('~', '\n')).endsWith("\nNext: ./run.sh " + next + "\n");
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
