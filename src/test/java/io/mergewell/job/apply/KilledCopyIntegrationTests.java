package io.mergewell.job.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.job.ProgramJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed while it applies to a list in a file. */
class KilledCopyIntegrationTests {

    private static final String LIST = """
            id,name,email,phone
            1,Ada Lovelace,ada@analytical-engines.com,
            2,Lovelace Ada,ADA@analytical-engines.com,+1 415 555 0132
            3,Grace Hopper,grace@compilers-and-co.com,415 555 0199
            """;

    private static final List<String> MOMENTS = List.of(
            "after-run-row",
            "before-approval-commit",
            "after-approval-commit",
            "before-copy",
            "after-copy",
            "after-round");

    @TempDir
    private Path folder;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        ProgramJar.unpack();
    }

    @Test
    void goesOnAfterEachMomentAndTouchesTheListAtNone() throws IOException, InterruptedException {
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
        ProgramJar program = new ProgramJar(folder, Map.of());
        assertThat(program.start("dry-run", "acme.yml").exitCode()).isZero();
        Path review = folder.resolve("reports/acme/latest/review.csv").toRealPath();
        Path decided = Files.writeString(
                folder.resolve("decided.csv"),
                Files.readString(review).replaceAll("(?m)^(r[0-9a-f]+),,", "$1,APPROVE,"));

        for (String moment : MOMENTS) {
            ProgramJar.Running killed = program.startDyingAt(
                    moment, "apply", "acme.yml", decided.getFileName().toString());
            assertThat(killed.exitCode()).as("%s: %s", moment, killed.text()).isEqualTo(137);
            assertThat(folder.resolve("persons.csv")).hasContent(LIST);
        }
        ProgramJar.Running last =
                program.start("apply", "acme.yml", decided.getFileName().toString());

        assertThat(last.exitCode()).as(last.text()).isZero();
        assertThat(folder.resolve("reports/acme/latest/cleaned.csv")).hasContent("""
                id,name,email,phone
                1,Ada Lovelace,ada@analytical-engines.com,+1 415 555 0132
                3,Grace Hopper,grace@compilers-and-co.com,415 555 0199
                """);
        assertThat(Files.readAllLines(folder.resolve("reports/acme/latest/crosswalk.csv")))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("2,1,");
        assertThat(folder.resolve("persons.csv")).hasContent(LIST);
    }
}
