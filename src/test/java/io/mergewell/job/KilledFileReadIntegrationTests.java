package io.mergewell.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed while it reads a file, whose pages it does not wait for to reach the disk. */
class KilledFileReadIntegrationTests {

    /** More than a page. */
    private static final int PERSONS = 20_010;

    private static final List<String> MOMENTS =
            List.of("before-page-commit", "after-page-commit", "after-last-page-commit", "after-match-commit");

    @TempDir
    private Path folder;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        ProgramJar.unpack();
    }

    @Test
    void endsWithTheSameReport() throws IOException, InterruptedException {
        String calm = report(Files.createDirectories(folder.resolve("calm")), List.of());

        assertThat(report(Files.createDirectories(folder.resolve("rough")), MOMENTS))
                .isEqualTo(calm)
                .hasLineCount(1 + PERSONS / 1_000);
    }

    @Test
    void saysThatTheDiskIsFullAndGoesOnOnceThereIsRoom() throws IOException, InterruptedException {
        ProgramJar program = job(folder);

        ProgramJar.Running full = program.startOnSmallDisk(2_000, "dry-run", "acme.yml");

        assertThat(full.exitCode()).as(full.text()).isEqualTo(74);
        assertThat(full.text()).contains("cannot be written").doesNotContain("Exception");
        ProgramJar.Running again = program.start("dry-run", "acme.yml");
        assertThat(again.exitCode()).as(again.text()).isZero();
    }

    private static String report(Path place, List<String> moments) throws IOException, InterruptedException {
        ProgramJar program = job(place);
        for (String moment : moments) {
            ProgramJar.Running killed = program.startDyingAt(moment, "dry-run", "acme.yml");
            assertThat(killed.exitCode()).as("%s: %s", moment, killed.text()).isEqualTo(137);
        }
        ProgramJar.Running last = program.start("dry-run", "acme.yml");
        assertThat(last.exitCode()).as(last.text()).isZero();
        return Files.readString(place.resolve("reports/acme/latest/review.csv"));
    }

    private static ProgramJar job(Path place) throws IOException {
        Files.writeString(place.resolve("persons.csv"), persons());
        Files.writeString(place.resolve("acme.yml"), """
                crm:
                  type: csv
                  file: persons.csv
                  columns: { id: id, name: name, emails: [email] }
                """);
        return new ProgramJar(place, Map.of());
    }

    /** Every thousandth comes twice. */
    private static String persons() {
        return IntStream.range(0, PERSONS)
                .mapToObj(number -> number % 1_000 == 999 ? person(number, number - 1) : person(number, number))
                .collect(Collectors.joining("\n", "id,name,email\n", "\n"));
    }

    private static String person(int id, int number) {
        String name = Integer.toString(number, 26)
                .chars()
                .map(digit -> 'a' + Character.digit(digit, 26))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return id + ",Ada Q" + name + "son,ada." + name + "@example-" + number % 97 + ".com";
    }
}
