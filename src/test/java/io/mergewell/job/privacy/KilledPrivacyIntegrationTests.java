package io.mergewell.job.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.job.ProgramJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed while it erases somebody, or takes away what is old. */
class KilledPrivacyIntegrationTests {

    private static final String LIST = """
            id,name,email,phone
            1,Ada Lovelace,ada@analytical-engines.com,
            2,Lovelace Ada,ADA@analytical-engines.com,+1 415 555 0132
            3,Grace Hopper,grace@compilers-and-co.com,415 555 0199
            4,"Hopper, Grace",grace@compilers-and-co.com,+1 (415) 555-0199
            """;

    private static final List<String> WHILE_ERASING =
            List.of("before-erased-file:2", "before-erasure-commit", "after-erasure-commit");

    private static final List<String> WHILE_PURGING = List.of("after-purged-file", "before-purge-commit");

    @TempDir
    private Path folder;

    private ProgramJar program = new ProgramJar(Path.of(""), Map.of());

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        ProgramJar.unpack();
    }

    @BeforeEach
    void report() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("persons.csv"), LIST);
        Files.writeString(folder.resolve("acme.yml"), """
                crm:
                  type: csv
                  file: persons.csv
                  columns: { id: id, name: name, emails: [email], phones: [phone] }
                phone-region: US
                match: { review-threshold: 0.5 }
                plan: { delete: false }
                """);
        program = new ProgramJar(folder, Map.of());
        assertThat(program.start("dry-run", "acme.yml").exitCode()).isZero();
    }

    @Test
    void erasesTheRestWhenItIsTypedAgain() throws IOException, InterruptedException {
        assertThat(everything()).contains("415 555 0132");

        for (String moment : WHILE_ERASING) {
            ProgramJar.Running killed = program.startDyingAt(moment, "forget", "acme.yml", "1", "2", "--yes");
            assertThat(killed.exitCode()).as("%s: %s", moment, killed.text()).isEqualTo(137);
        }
        ProgramJar.Running last = program.start("forget", "acme.yml", "1", "2", "--yes");

        assertThat(last.exitCode()).as(last.text()).isZero();
        assertThat(everything())
                .doesNotContainIgnoringCase("415 555 0132", "analytical-engines", "lovelace")
                .contains("grace@compilers-and-co.com");
    }

    @Test
    void takesTheRestAwayWhenItIsTypedAgain() throws IOException, InterruptedException {
        Path report = folder.resolve("reports/acme/latest").toRealPath();
        Path old = Files.move(report, report.resolveSibling("20200101-000000-abcd"));

        for (String moment : WHILE_PURGING) {
            ProgramJar.Running killed = program.startDyingAt(moment, "purge", "acme.yml", "--yes");
            assertThat(killed.exitCode()).as("%s: %s", moment, killed.text()).isEqualTo(137);
        }
        ProgramJar.Running last = program.start("purge", "acme.yml", "--yes");

        assertThat(last.exitCode()).as(last.text()).isZero();
        assertThat(old).doesNotExist();
        assertThat(Files.isSymbolicLink(folder.resolve("reports/acme/latest"))).isFalse();
    }

    /** Every byte below the folder but the list's and what was printed. */
    private String everything() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (!file.endsWith("persons.csv")) {
                    all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return all.toString();
    }
}
