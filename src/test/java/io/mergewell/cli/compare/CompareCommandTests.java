package io.mergewell.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cli.ListJob;
import io.mergewell.cli.Typed;
import io.mergewell.cli.ending.ExitCode;
import io.mergewell.job.RunExit;
import io.mergewell.review.decided.Sheet;
import io.mergewell.store.Engine;
import io.mergewell.store.Store;
import io.mergewell.store.memory.Run;
import io.mergewell.store.memory.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other settings would change. */
class CompareCommandTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void saysWhatAHigherThresholdLoses(Engine engine) {
        ListJob job = new ListJob(folder, engine.fresh(folder));
        job.dryRun();
        String strict = job.settings("strict", "match: { review-threshold: 0.999999 }");

        Typed typed = job.done("compare", job.file(), strict);

        assertThat(typed.out())
                .startsWith(
                        "Two plans on the 5 persons that were read last. Before: " + job.file() + ". After: " + strict)
                .containsPattern("Review threshold +0\\.5000 +0\\.9999\n")
                .containsPattern("Groups +2 +[01]\n")
                .containsPattern("pairs gained +0\n")
                .containsPattern("LOST +3 and 4 +0\\.\\d{4} to 0\\.\\d{4} +REVIEW into 3 to none\n")
                .contains("People have decided on no pair yet")
                .doesNotContain("Ada", "Grace", "@")
                .endsWith("compare.csv\nNext: ./run.sh dry-run " + job.file() + "\n");
        Sheet file = Sheet.open(job.reports().resolve("latest/compare.csv"));
        int row = row(file, "3");
        assertThat(file.cell(row, "change")).isEqualTo("LOST");
        assertThat(file.cell(row, "second_id")).isEqualTo("4");
        assertThat(file.cell(row, "first_name")).isEqualTo("Grace Hopper");
        assertThat(file.cell(row, "second_name")).isEqualTo("Hopper, Grace");
        assertThat(file.cell(row, "band_before")).isEqualTo("REVIEW");
        assertThat(file.cell(row, "band_after")).isEmpty();
        assertThat(file.cell(row, "reasons")).contains("phone the same");
    }

    @Test
    void saysThatNothingIsDifferentWhereNothingIs() {
        ListJob job = new ListJob(folder, Engine.H2.fresh(folder));
        job.dryRun();

        assertThat(job.done("compare", job.file(), job.file()).out())
                .contains("Nothing changes: both propose the same pairs", "Written with a header alone: ")
                .doesNotContain("are different");
        assertThat(Sheet.open(job.reports().resolve("latest/compare.csv")).size())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "19", "2026"})
    void findsNoDifferenceBetweenAJobAndItselfAndOnlyLossesUnderHigherThresholds(String seed) throws IOException {
        ListJob job = new ListJob(folder, Engine.H2.fresh(folder));
        String file = inventedPersons(job, seed, "match: { review-threshold: 0.4 }");
        job.done("dry-run", file);

        assertThat(changes(job, file, file).values())
                .allSatisfy(count -> assertThat(count.intValue()).isZero());
        for (String threshold : List.of("0.9", "0.99", "0.9999")) {
            String other = variant(file, "higher.yml", "0.4", threshold);
            JsonNode found = changes(job, file, other);
            assertThat(found.at("/gained").intValue()).as(threshold).isZero();
        }
        assertThat(changes(job, file, variant(file, "highest.yml", "0.4", "0.9999"))
                        .at("/lost")
                        .intValue())
                .isPositive();
    }

    @Test
    void saysWhichRecordsSurviveInstead() {
        ListJob job = new ListJob(folder, Engine.H2.fresh(folder));
        String threshold = "match: { review-threshold: 0.5 }\n";
        job.settings("acme", threshold + "plan: { survivor: [lowest-id] }");
        job.dryRun();
        String other = job.settings("other", threshold + "plan: { survivor: [most-complete, lowest-id] }");

        Typed typed = job.done("compare", job.file(), other);

        assertThat(typed.out())
                .containsPattern("pairs with another survivor +1\n")
                .containsPattern("pairs lost +0\n");
        Sheet file = Sheet.open(job.reports().resolve("latest/compare.csv"));
        int row = row(file, "1");
        assertThat(file.cell(row, "change")).isEqualTo("SURVIVOR");
        assertThat(file.cell(row, "survivor_before")).isEqualTo("1");
        assertThat(file.cell(row, "survivor_after")).isEqualTo("2");
        assertThat(file.cell(row, "score_before")).isEqualTo(file.cell(row, "score_after"));
    }

    @Test
    void showsThresholdsAsTheJobFileHasThem() {
        ListJob job = new ListJob(folder, Engine.H2.fresh(folder));
        job.dryRun();
        String strict = job.settings("strict", "match: { review-threshold: 0.9 }");

        assertThat(job.done("compare", job.file(), strict).out())
                .containsPattern("Review threshold +0\\.5000 +0\\.9000\n");
    }

    @Test
    void saysWhatEitherGetsRightOfDecidedPairs() throws IOException {
        ListJob job = new ListJob(folder, Engine.H2.fresh(folder));
        job.dryRun();
        job.apply(Map.of("2", "APPROVE", "4", "NOT_DUPLICATE"));
        job.takeOver();
        String strict = job.settings("strict", "match: { review-threshold: 0.999999 }");

        assertThat(job.done("compare", job.file(), strict).out())
                .contains("Before: 1 of 2 decided pairs right: 1 of 1 approved in one group, 1 of 1 told apart in one"
                        + " group all the same.\n")
                .containsPattern("After:  [12] of 2 decided pairs right: [01] of 1 approved in one group, 0 of 1 told")
                .endsWith("Next: ./run.sh evaluate " + job.file() + " --decisions\n");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void remembersNeitherPlan(Engine engine) {
        ListJob job = new ListJob(folder, engine.fresh(folder));
        job.dryRun();
        List<Run> before = runs(job);
        String strict = job.settings("strict", "match: { review-threshold: 0.999999 }");

        job.done("compare", job.file(), strict);

        assertThat(runs(job)).isEqualTo(before);
        job.apply(Map.of("2", "APPROVE"));
    }

    @Test
    void neverAsksForATokenNorTheCrm() throws IOException {
        ListJob job = new ListJob(folder, Engine.H2.fresh(folder));
        String online = Files.writeString(
                        folder.resolve("online.yml"), """
                crm: { type: rogerroger, base-url: "https://crm.invalid", token: "${NO_SUCH_TOKEN}" }
                store: { url: "%s" }
                """.formatted(job.store().url()))
                .toString();

        assertThat(job.ended(RunExit.CONFIGURATION, "dry-run", online).err()).contains("NO_SUCH_TOKEN");
        assertThat(job.ended(RunExit.TEMPORARY, "compare", online, online).err())
                .contains("has not read its persons to their end yet");
    }

    @Test
    void refusesAJobOverOtherPersons() throws IOException {
        ListJob job = new ListJob(folder, Engine.H2.fresh(folder));
        job.dryRun();
        String columns = variant(job.file(), "columns.yml", "emails: [email], ", "");
        String file = variant(job.file(), "file.yml", "persons.csv", "people.csv");

        assertThat(job.ended(ExitCode.USAGE, "compare", job.file(), columns).err())
                .contains("other persons or values of it", "only on the same persons");
        assertThat(job.ended(ExitCode.USAGE, "compare", job.file(), file).err()).contains("people.csv");
        assertThat(job.ended(RunExit.CONFIGURATION, "compare", job.file(), "none.yml")
                        .err())
                .contains("there is no such file");
    }

    @Test
    void says75BeforeTheFirstReadAndWhileARunIsAtWork() {
        ListJob job = new ListJob(folder, Engine.H2.fresh(folder));
        assertThat(job.ended(RunExit.TEMPORARY, "compare", job.file(), job.file())
                        .err())
                .endsWith("Next: ./run.sh dry-run " + job.file() + "\n");
        try (Store run = Store.open(job.store(), "acme")) {
            assertThat(run.job()).isPositive();
            job.ended(RunExit.TEMPORARY, "compare", job.file(), job.file());
        }
    }

    private String inventedPersons(ListJob job, String seed, String match) throws IOException {
        Path list = folder.resolve("invented.csv");
        job.done("benchmark", "--persons", "400", "--seed", seed, "--file", list.toString(), "--generate-only");
        Path file = folder.resolve("invented.yml");
        return Files.writeString(
                        file,
                        Files.readString(file) + match + "\nstore: { url: \""
                                + job.store().url() + "\" }\nreports: " + job.reports() + "\n")
                .toString();
    }

    private String variant(String file, String name, String text, String replacement) throws IOException {
        String written = Files.readString(Path.of(file));
        assertThat(written).contains(text);
        return Files.writeString(folder.resolve(name), written.replace(text, replacement))
                .toString();
    }

    private static JsonNode changes(ListJob job, String file, String other) {
        return JsonMapper.shared()
                .readTree(job.done("compare", file, other, "--json").out())
                .at("/changes");
    }

    private static List<Run> runs(ListJob job) {
        try (Store store = Store.look(job.store(), "acme").orElseThrow()) {
            return new Runs(store).newest(10);
        }
    }

    private static int row(Sheet file, String first) {
        for (int row = 1; row <= file.size(); row++) {
            if (file.cell(row, "first_id").equals(first)) {
                return row;
            }
        }
        throw new IllegalArgumentException("No pair begins with " + first);
    }
}
