package io.mergewell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mergewell.cli.ending.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a real bash offers when Tab is pressed. */
class CompletionTests {

    /** Loads the script, finds what is bound to a word as bash does, and asks it. */
    private static final String PRESS_TAB = """
            . ./completion.sh
            read -ra COMP_WORDS <<<"$1"
            [[ $1 == *' ' ]] && COMP_WORDS+=('')
            COMP_LINE=$1 COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMPREPLY=()
            bound=$(complete -p "${COMP_WORDS[0]##*/}") || exit 1
            function=$(sed -n 's/.* -F \\([^ ]*\\) .*/\\1/p' <<<"$bound")
            "$function" "${COMP_WORDS[0]}" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}" 2>/dev/null
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void printTheScript() throws IOException {
        Typed typed = new Typed(folder);
        assertThat(typed.run("completion", "bash")).isEqualTo(ExitCode.DONE);
        assertThat(typed.err()).isEmpty();
        Files.writeString(folder.resolve("completion.sh"), typed.out());
        Files.writeString(folder.resolve("tab.sh"), PRESS_TAB);
        Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(folder.resolve("jobs/acme.yml"), "");
        Files.writeString(folder.resolve("jobs/town.yml"), "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ./run.sh dr                           | dry-run
            "./run.sh dry-run jobs/a"             | jobs/acme.yml
            "/opt/mergewell/run.sh status jobs/t" | jobs/town.yml
            "./run.sh apply --js"                 | --json
            "./run.sh apply --json jobs/a"        | jobs/acme.yml
            "./run.sh dry-run --log-format e"     | ecs
            "./run.sh decisions jobs/acme.yml ex" | export
            "./run.sh completion b"               | bash
            """)
    void completesWhatWasBegun(String line, String completed) throws Exception {
        assertThat(tab(line)).containsExactly(completed);
    }

    @Test
    void offersEveryCommandAndEveryJobFile() throws Exception {
        assertThat(tab("./run.sh ")).contains("dry-run", "apply", "status", "explain", "restore", "completion");
        assertThat(tab("./run.sh explain jobs/")).containsExactlyInAnyOrder("jobs/acme.yml", "jobs/town.yml");
    }

    @Test
    void isReadByZshWithoutAComplaint() throws Exception {
        assumeTrue(Installed.has("zsh"), "there is no zsh");
        Process zsh = new ProcessBuilder("zsh", "-fc", ". ./completion.sh && print read")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();

        assertThat(Installed.text(zsh)).isEqualTo("read\n");
    }

    private List<String> tab(String line) throws Exception {
        assumeTrue(Installed.has("bash"), "there is no bash");
        ProcessBuilder bash = new ProcessBuilder("bash", "tab.sh", line).directory(folder.toFile());
        bash.environment().putAll(Map.of("LC_ALL", "C"));
        return Installed.text(bash.redirectErrorStream(true).start()).lines().toList();
    }
}
