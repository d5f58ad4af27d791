package io.mergewell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cli.ending.ExitCode;
import io.mergewell.job.RunExit;
import io.mergewell.store.Store;
import io.mergewell.store.StoreSettings;
import io.mergewell.store.mirror.Readings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code dry-run}, {@code status} and {@code explain} as they are typed, on a small list. */
class JobCommandsTests {

    @TempDir
    private Path folder;

    private Path job;
    private String storeUrl;
    private Typed typed;

    @BeforeEach
    void writeAJob() throws IOException {
        storeUrl = "jdbc:h2:file:" + folder.resolve("data/list");
        job = Files.writeString(folder.resolve("list.yml"), """
                crm:
                  type: csv
                  file: list.csv
                  columns: { id: id, name: name, emails: [email], phones: [phone] }
                phone-region: US
                store: { url: "%s" }
                reports: %s
                """.formatted(storeUrl, folder.resolve("reports")));
        Files.writeString(folder.resolve("list.csv"), """
                id,name,email,phone
                1,Ada Lovelace,ada@analytical-engines.com,415 555 0132
                2,Lovelace Ada,ADA@analytical-engines.com,+1 415 555 0132
                3,Grace Hopper,grace@compilers-and-co.com,415 555 0199
                """);
        typed = new Typed(folder);
    }

    @Test
    void endsADryRunWithASummaryAndTheNextStep() {
        int code = typed.run("dry-run", job.toString());

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(typed.err().lines())
                .startsWith("Reading the persons ...")
                .contains("Comparing them ...", "Planning what could be merged ...", "Writing the report ...");
        assertThat(typed.out()).startsWith("3 persons in the mirror").contains("review.csv", "groups.csv");
        assertThat(lastLine()).startsWith("Next: ").contains("./run.sh apply " + job, "review.csv");
        assertThat(folder.resolve("reports/latest/review.csv")).isNotEmptyFile();
    }

    @Test
    void writesNoColumnThatTheReadmeDoesNotExplain() throws IOException {
        typed.run("dry-run", job.toString());
        String readme = Files.readString(Path.of("reports/README.md"));

        for (String report : List.of("review.csv", "groups.csv")) {
            String header = Files.readAllLines(folder.resolve("reports/latest").resolve(report))
                    .get(0);
            for (String column : header.replace("\uFEFF", "").split(",")) {
                String either = column.replaceFirst("^(survivor|duplicate)_(?!id|reason)", "");
                assertThat(readme).as(report).contains("`" + either + "`");
            }
        }
    }

    @Test
    void goesOnAfterItWasInterrupted() {
        typed.interrupt();
        int interrupted = typed.run("dry-run", job.toString());

        assertThat(interrupted).isEqualTo(RunExit.STOPPED);
        assertThat(typed.err()).endsWith("\nNext: ./run.sh dry-run " + job + "\n");
        assertThat(typed.out()).isEmpty();
        assertThat(new Typed(folder).run("dry-run", job.toString())).isEqualTo(ExitCode.DONE);
    }

    @Test
    void says75WhileAnotherRunIsAtWork() {
        try (Store atWork = Store.open(new StoreSettings(storeUrl), "list")) {
            assertThat(atWork.job()).isPositive();
            assertThat(typed.run("dry-run", job.toString())).isEqualTo(RunExit.TEMPORARY);
            assertThat(typed.run("explain", job.toString(), "1", "2")).isEqualTo(RunExit.TEMPORARY);
            assertThat(typed.run("status", job.toString())).isEqualTo(ExitCode.DONE);
        }
        assertThat(typed.err()).contains("\nNext: ./run.sh explain " + job + " 1 2\n");
        assertThat(typed.out()).endsWith("Next: ./run.sh status " + job + "\n");
    }

    @Test
    void says65WhenTheListIsNotThere() throws IOException {
        Files.delete(folder.resolve("list.csv"));

        assertThat(typed.run("dry-run", job.toString())).isEqualTo(RunExit.BAD_INPUT);
        assertThat(typed.err()).contains("list.csv").endsWith("\nNext: ./run.sh dry-run " + job + "\n");
        assertThat(folder.resolve("reports/latest")).doesNotExist();
    }

    @Test
    void refusesAnotherJobOfTheSameNameInTheSameStore() throws IOException {
        typed.run("dry-run", job.toString());
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path namesake = Files.copy(job, elsewhere.resolve("list.yml"));
        Files.writeString(elsewhere.resolve("list.csv"), "id,name,email,phone\n1,Alan Turing,,\n");

        Typed again = new Typed(folder);
        assertThat(again.run("dry-run", namesake.toString())).isEqualTo(RunExit.CONFIGURATION);
        assertThat(again.err())
                .startsWith("The store of job list holds the persons of the file " + folder.resolve("list.csv")
                        + ", read by " + job + ", but " + namesake + " reads the file " + elsewhere.resolve("list.csv")
                        + ". Nothing was read or changed. Rename one of the two job files, or give this one a store of"
                        + " its own with the key store.url.\n");
        assertThat(new Typed(folder).run("explain", job.toString(), "1", "2")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void refusesAnotherJobOfTheSameNameThatReadsOtherColumns() throws IOException {
        typed.run("dry-run", job.toString());
        Path namesake = Files.writeString(
                Files.createDirectories(folder.resolve("elsewhere")).resolve("list.yml"),
                Files.readString(job)
                        .replace("list.csv", folder.resolve("list.csv").toString())
                        .replace(", phones: [phone]", ""));

        Typed again = new Typed(folder);
        assertThat(again.run("dry-run", namesake.toString())).isEqualTo(RunExit.CONFIGURATION);
        assertThat(again.err())
                .contains(", but " + namesake + " reads other persons or columns of it. Nothing was read or changed.");
        assertThat(new Typed(folder).run("explain", job.toString(), "1", "2")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void leavesTheStoreToAnotherJobIfItCouldNotReadAnything() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path namesake = Files.copy(job, elsewhere.resolve("list.yml"));
        Files.move(folder.resolve("list.csv"), elsewhere.resolve("list.csv"));
        assertThat(typed.run("dry-run", job.toString())).isEqualTo(RunExit.BAD_INPUT);

        assertThat(new Typed(folder).run("dry-run", namesake.toString())).isEqualTo(ExitCode.DONE);
    }

    @Test
    void goesOnWithAJobFileThatWasMoved() throws IOException {
        typed.run("dry-run", job.toString());
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path moved = Files.move(job, elsewhere.resolve("list.yml"));
        Files.move(folder.resolve("list.csv"), elsewhere.resolve("list.csv"));

        assertThat(new Typed(folder).run("dry-run", moved.toString())).isEqualTo(ExitCode.DONE);
    }

    @Test
    void goesOnWithAJobFileThatNamesAnotherFileNow() throws IOException {
        typed.run("dry-run", job.toString());
        Files.move(folder.resolve("list.csv"), folder.resolve("list-2.csv"));
        Files.writeString(job, Files.readString(job).replace("list.csv", "list-2.csv"));

        assertThat(new Typed(folder).run("dry-run", job.toString())).isEqualTo(ExitCode.DONE);
    }

    @Test
    void says78ForAJobFileThatIsWrong() throws IOException {
        Files.writeString(job, "crm: { typ: csv }");

        assertThat(typed.run("dry-run", job.toString())).isEqualTo(RunExit.CONFIGURATION);
        assertThat(typed.err()).startsWith(job + ", line 1: ").endsWith("\nNext: ./run.sh dry-run " + job + "\n");
    }

    @Test
    void showsTheLastRunsAndWhatComesNext() {
        assertThat(typed.run("status", job.toString())).isEqualTo(ExitCode.DONE);
        assertThat(typed.out()).isEqualTo("Job list has not run yet.\nNext: ./run.sh dry-run " + job + "\n");

        typed.run("dry-run", job.toString());
        Typed again = new Typed(folder);
        again.run("status", job.toString());

        assertThat(again.out())
                .containsPattern("\\d:\\d\\d:\\d\\d +dry-run +COMPLETED +0 +3 +3 +0 +0  \\d{8}-\\d{6}-[0-9a-f]{4}\n")
                .contains("Newest report: ")
                .containsPattern("Next: .+\n$");
    }

    @Test
    void explainsTwoPersons() {
        typed.run("dry-run", job.toString());
        Typed again = new Typed(folder);

        assertThat(again.run("explain", job.toString(), "2", "1")).isEqualTo(ExitCode.DONE);
        assertThat(again.out())
                .startsWith("Persons 1 and 2: probability ")
                .contains("e-mail: the same", "phone: the same", "any two records")
                .doesNotContain("Ada", "ada", "0132");
    }

    @Test
    void saysThatTheMirrorIsNotWhole() {
        typed.run("dry-run", job.toString());
        try (Store store = Store.open(new StoreSettings(storeUrl), "list")) {
            store.jdbc().update("UPDATE mergewell_mirror SET completed_by = NULL");
        }
        Typed never = new Typed(folder);
        assertThat(never.run("explain", job.toString(), "1", "2")).isEqualTo(ExitCode.DONE);
        assertThat(never.err()).startsWith("The CRM was never read to its end: the mirror has 3 persons so far");

        try (Store store = Store.open(new StoreSettings(storeUrl), "list")) {
            Readings readings = new Readings(store);
            String source = readings.state().orElseThrow().source();
            readings.begin("another run", source, true, Duration.ZERO, Instant.EPOCH);
            store.jdbc().update("UPDATE mergewell_mirror SET completed_by = 'a run'");
        }
        Typed again = new Typed(folder);
        assertThat(again.run("explain", job.toString(), "1", "2")).isEqualTo(ExitCode.DONE);
        assertThat(again.err()).startsWith("A read of the CRM has begun and not ended: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain JOB 1 2", "purge JOB", "forget JOB 1", "decisions JOB export FILE"})
    void leavesAnOlderStoreToTheNextDryRun(String command) throws SQLException {
        typed.run("dry-run", job.toString());
        try (Connection connection = DriverManager.getConnection(storeUrl)) {
            connection.createStatement().execute("DELETE FROM mergewell_schema WHERE version > 1");
            connection.createStatement().execute("DROP TABLE mergewell_forgotten");
        }
        Typed again = new Typed(folder);
        String exported = folder.resolve("decisions.csv").toString();
        assertThat(again.run(command.replace("JOB", job.toString())
                        .replace("FILE", exported)
                        .split(" ")))
                .isEqualTo(RunExit.TEMPORARY);
        assertThat(again.err())
                .startsWith("The store of job list was written by an earlier Mergewell and was left as it is.")
                .endsWith("\nNext: ./run.sh dry-run " + job + "\n");
        assertThat(again.run("status", job.toString())).isEqualTo(ExitCode.DONE);
    }

    @Test
    void saysThatAPersonHasNotBeenRead() {
        typed.run("dry-run", job.toString());
        Typed again = new Typed(folder);
        assertThat(again.run("explain", job.toString(), "1", "99")).isEqualTo(ExitCode.USAGE);
        assertThat(again.err()).startsWith("There is no person 99 ");
        assertThat(again.run("explain", job.toString(), "1", "1")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void says75WhereADryRunHasToComeFirst() throws IOException {
        String sentence = "Job list has not read anything yet, so that there are no persons to explain. Do a dry run"
                + " first.\nNext: ./run.sh dry-run " + job + "\n";
        assertThat(typed.run("explain", job.toString(), "1", "2")).isEqualTo(RunExit.TEMPORARY);
        assertThat(typed.err()).isEqualTo(sentence);

        Files.delete(folder.resolve("list.csv"));
        new Typed(folder).run("dry-run", job.toString());
        Typed again = new Typed(folder);
        assertThat(again.run("explain", job.toString(), "1", "2")).isEqualTo(RunExit.TEMPORARY);
        assertThat(again.err()).isEqualTo(sentence);
    }

    private String lastLine() {
        return typed.out().lines().reduce((one, next) -> next).orElseThrow();
    }
}
