package io.mergewell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cli.ending.ExitCode;
import io.mergewell.job.RunExit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/troubleshooting.md quotes, the program says. */
class TroubleshootingTests {

    private static final Path PAGE = Path.of("docs", "troubleshooting.md");
    private static final String QUOTE = "> ";
    private static final List<String> SOURCES = sources();

    @ParameterizedTest
    @MethodSource("quotes")
    void everySentenceIsOneOfTheProgram(String quote) {
        List<String> parts = Stream.of(quote.split("…"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();

        assertThat(SOURCES).anyMatch(source -> parts.stream().allMatch(source::contains));
    }

    @Test
    void everyExitCodeHasAChapter() throws IOException, IllegalAccessException {
        List<String> page = Files.readAllLines(PAGE);

        List<Field> codes = Stream.of(ExitCode.class, RunExit.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> field.getType() == int.class && Modifier.isStatic(field.getModifiers()))
                .toList();

        assertThat(codes).hasSizeGreaterThan(9);
        for (Field code : codes) {
            String heading = "## " + code.getInt(null) + ": ";
            assertThat(page).as(code.getName()).anyMatch(line -> line.startsWith(heading));
        }
    }

    private static List<String> quotes() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith(QUOTE))
                .map(line -> line.substring(QUOTE.length()))
                .toList();
    }

    /** The classes as text, with each sentence in one piece. */
    private static List<String> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TroubleshootingTests::joined)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String joined(Path file) {
        try {
            return Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
