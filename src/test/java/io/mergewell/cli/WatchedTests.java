package io.mergewell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The whole program at a pseudo-terminal, and through a pipe. */
@EnabledOnOs(OS.LINUX)
class WatchedTests {

    private static final int NARROW = 40;
    private static final String BAR = "\u001b[?7l";
    private static final Pattern DRAWN = Pattern.compile("\r\u001b\\[\\?7l([^\u001b]*)\u001b\\[K\u001b\\[\\?7h");

    @TempDir
    private Path folder;

    private Installed installed;

    @BeforeEach
    void install() throws IOException {
        installed = new Installed(folder);
        Files.writeString(folder.resolve("list.yml"), """
                crm: { type: csv, file: list.csv, columns: { id: id, name: name, emails: [email] } }
                """);
        Files.writeString(folder.resolve("list.csv"), """
                id,name,email
                1,Ada Lovelace,ada@analytical-engines.com
                2,Lovelace Ada,ADA@analytical-engines.com
                3,Grace Hopper,grace@compilers-and-co.com
                """);
    }

    @Test
    void drawsABarThatFitsAndLeavesOnlyLines() throws Exception {
        assumeTrue(Installed.has("script"), "a pseudo-terminal needs util-linux");

        String shown = Installed.text(installed.atTerminal(Map.of(), NARROW, "./run.sh dry-run list.yml"));

        List<String> bars =
                DRAWN.matcher(shown).results().map(found -> found.group(1)).toList();
        assertThat(bars).isNotEmpty().allSatisfy(bar -> assertThat(bar).hasSizeLessThan(NARROW));
        assertThat(shown).contains("\u001b[33mREVIEW\u001b[0m");
        assertThat(Glass.after(shown))
                .startsWith("Reading the persons ...", "  3 persons in the mirror", "Comparing them ...")
                .last()
                .asString()
                .startsWith("Next: ./run.sh apply list.yml ");
    }

    @Test
    void takesTheBarAwayWhenItIsStopped() throws Exception {
        assumeTrue(Installed.has("script"), "a pseudo-terminal needs util-linux");
        Process benchmark = installed.atTerminal(Map.of(), NARROW, "./run.sh benchmark --persons 5000000");
        StringBuilder shown = new StringBuilder();
        readUntil(benchmark.getInputStream(), shown, BAR);

        benchmark.getOutputStream().write('\u0003');
        benchmark.getOutputStream().flush();
        shown.append(Installed.text(benchmark));

        assertThat(Glass.after(shown.toString())).noneMatch(line -> line.matches("Inventing +\\d+:\\d.*"));
    }

    @Test
    void printsAnErrorInColourBelowTheStep() throws Exception {
        assumeTrue(Installed.has("script"), "a pseudo-terminal needs util-linux");
        Files.delete(folder.resolve("list.csv"));

        String shown = Installed.text(installed.atTerminal(Map.of(), 120, "./run.sh dry-run list.yml; echo code $?"));

        assertThat(shown).contains("\u001b[31m");
        assertThat(Glass.after(shown)).contains("Next: ./run.sh dry-run list.yml", "code 65");
    }

    @Test
    void sendsNoControlCharacterToWhatIsNoTerminal() throws Exception {
        String piped = Installed.text(installed.sh(Map.of(), "./run.sh dry-run list.yml"));
        assertThat(piped).startsWith("Reading the persons ...\n").doesNotContain("\u001b", "\r");

        assumeTrue(Installed.has("script"), "a pseudo-terminal needs util-linux");
        String dumb = Installed.text(installed.atTerminal(Map.of("TERM", "dumb"), NARROW, "./run.sh dry-run list.yml"));
        assertThat(dumb).contains("Reading the persons ...").doesNotContain("\u001b");
    }

    @Test
    void leavesColoursOutForThoseWhoDoNotWantThem() throws Exception {
        assumeTrue(Installed.has("script"), "a pseudo-terminal needs util-linux");

        String plain = Installed.text(
                installed.atTerminal(Map.of("NO_COLOR", "1"), NARROW, "./run.sh dry-run list.yml; ./run.sh --help"));

        assertThat(plain).contains("Reading the persons ...").doesNotContainPattern("\u001b\\[[0-9;]*m");
    }

    private static void readUntil(InputStream from, StringBuilder shown, String awaited) throws IOException {
        byte[] buffer = new byte[1024];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            shown.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            if (shown.indexOf(awaited) >= 0) {
                return;
            }
        }
        throw new AssertionError("It ended without " + awaited + ": " + shown);
    }
}
