package io.mergewell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cli.ending.ExitCode;
import io.mergewell.job.RunExit;
import io.mergewell.store.Engine;
import io.mergewell.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Settings held against what people decided. */
class EvaluateDecisionsTests {

    private static final String COLUMNS = "survivor_id,duplicate_id,decision";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void replaysAPairThatWasMergedAwayAsItWasWhenItWasApproved(Engine engine) throws IOException {
        ListJob job = new ListJob(folder, engine.fresh(folder));
        job.dryRun();
        job.apply(Map.of("2", "APPROVE", "4", "NOT_DUPLICATE"));
        job.takeOver();
        assertThat(job.list()).doesNotContain("\n2;");
        job.list(job.list().replace("Ada Lovelace;ada@analytical-engines.com", "Countess King;augusta@ockham.org"));
        job.dryRun();

        JsonNode json = evaluated(job);

        assertThat(json.at("/records").intValue()).isEqualTo(5);
        assertThat(json.at("/truePairs").intValue()).isEqualTo(1);
        assertThat(json.at("/blockingRecall").doubleValue()).isEqualTo(1);
        assertThat(json.at("/clusters/recall").doubleValue()).isEqualTo(1);
        assertThat(json.at("/clusters/precision").doubleValue()).isEqualTo(0.5);
        JsonNode decisions = json.at("/decisions");
        assertThat(decisions.at("/replayed").intValue()).isEqualTo(2);
        assertThat(decisions.at("/approved").intValue()).isEqualTo(1);
        assertThat(decisions.at("/notDuplicate").intValue()).isEqualTo(1);
        assertThat(decisions.at("/right").intValue()).isEqualTo(1);
        assertThat(decisions.at("/contradicted")).hasSize(1);
        assertThat(decisions.at("/contradicted/0/decision").asString()).isEqualTo("NOT_DUPLICATE");
        assertThat(decisions.at("/contradicted/0/duplicate").asString()).isEqualTo("4");
        assertThat(decisions.at("/contradicted/0/reasons").asString()).contains("phone the same");
    }

    @Test
    void saysItInATable() {
        ListJob job = new ListJob(folder, Engine.H2.fresh(folder));
        job.dryRun();
        job.apply(Map.of("2", "APPROVE", "4", "NOT_DUPLICATE"));

        Typed typed = job.done("evaluate", job.file(), "--decisions");

        assertThat(typed.out())
                .startsWith(
                        "2 decided pairs replayed among 5 persons: 1 approved, 0 rejected, 1 told apart for good.\n")
                .containsPattern("Groups: what a dry run proposes +0\\.5000 +1\\.0000 ")
                .contains("Decided pairs are no fair sample")
                .containsPattern("\n  3 and 4: NOT_DUPLICATE, but in one group, score 0\\.\\d{4}: ")
                .doesNotContain("Ada", "Grace", "@")
                .endsWith("Next: ./run.sh status " + job.file() + "\n");
    }

    @Test
    void keepsTheKeysOfTheOtherMeasure() {
        ListJob job = new ListJob(folder, Engine.H2.fresh(folder));
        job.dryRun();
        job.remember(COLUMNS, "1,2,APPROVE\n");

        assertThat(evaluated(job).propertyNames())
                .containsExactly(
                        "records",
                        "truePairs",
                        "candidatePairs",
                        "blockingRecall",
                        "pairs",
                        "clusters",
                        "auto",
                        "seconds",
                        "decisions");
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVE,           '', 1, 0, 0",
        "NOT_DUPLICATE,     '', 1, 0, 0",
        "REJECT,            '', 1, 0, 0",
        "HOLD,              '', 0, 1, 0",
        "APPROVE,        other, 1, 0, 0",
        "NOT_DUPLICATE,  other, 1, 0, 0",
        "REJECT,         other, 0, 0, 1",
    })
    void takesThoseWhoseValuesAreNotKeptAsTheyAreUnlessTheyWereRejectedWithOthers(
            String decision, String evidence, int replayed, int held, int lost) {
        ListJob job = new ListJob(folder, Engine.H2.fresh(folder));
        job.dryRun();
        job.remember(COLUMNS + ",evidence", "1,2," + decision + "," + evidence + "\n5,4,NOT_DUPLICATE,\n");

        JsonNode decisions = evaluated(job).at("/decisions");

        assertThat(decisions.at("/replayed").intValue()).isEqualTo(1 + replayed);
        assertThat(decisions.at("/onHold").intValue()).isEqualTo(held);
        assertThat(decisions.at("/lost").intValue()).isEqualTo(lost);
    }

    @Test
    void countsPairsWhosePersonsAreGoneWithoutATrace() {
        ListJob job = new ListJob(folder, Engine.H2.fresh(folder));
        job.dryRun();
        job.remember(COLUMNS, "1,2,APPROVE\n1,99,APPROVE\n");

        assertThat(job.done("evaluate", job.file(), "--decisions").out())
                .startsWith("1 decided pair replayed")
                .contains("1 decided pair takes no part: ");
    }

    @Test
    void replaysARejectionAsItWasAsLongAsItsPlanIsKept() {
        ListJob job = new ListJob(folder, Engine.H2.fresh(folder));
        job.dryRun();
        job.apply(Map.of("2", "REJECT"));
        job.list(ListJob.LIST.replace("2;Lovelace Ada;ADA@analytical-engines.com", "2;Ida Nobody;ida@example.org"));
        job.dryRun();

        JsonNode decisions = evaluated(job).at("/decisions");

        assertThat(decisions.at("/rejected").intValue()).isEqualTo(1);
        assertThat(decisions.at("/toldApartTogether").intValue()).isEqualTo(1);
    }

    @Test
    void changesNothingThatIsRemembered() throws IOException {
        ListJob job = new ListJob(folder, Engine.H2.fresh(folder));
        job.dryRun();
        job.apply(Map.of("2", "APPROVE", "4", "NOT_DUPLICATE"));
        Path before = folder.resolve("before.csv");
        Path after = folder.resolve("after.csv");

        job.done("decisions", job.file(), "export", before.toString());
        List<Path> files = files(job);
        evaluated(job);
        job.done("decisions", job.file(), "export", after.toString());

        assertThat(after).hasSameBinaryContentAs(before);
        assertThat(files(job)).isEqualTo(files);
    }

    @Test
    void needsOneMeasureAndOneAlone() {
        ListJob job = new ListJob(folder, Engine.H2.fresh(folder));

        assertThat(job.ended(ExitCode.USAGE, "evaluate", job.file()).err()).contains("--truth COLUMN", "--decisions");
        assertThat(job.ended(ExitCode.USAGE, "evaluate", job.file(), "--truth", "x", "--decisions")
                        .err())
                .contains("Name one of them.");
        assertThat(job.ended(ExitCode.USAGE, "evaluate", job.file(), "--decisions", "--ablation")
                        .err())
                .contains("need --truth");
    }

    @Test
    void says75WhereThereIsNothingYetOrARunIsAtWork() {
        ListJob job = new ListJob(folder, Engine.H2.fresh(folder));
        assertThat(job.ended(RunExit.TEMPORARY, "evaluate", job.file(), "--decisions")
                        .err())
                .endsWith("Next: ./run.sh dry-run " + job.file() + "\n");

        job.dryRun();
        assertThat(job.ended(RunExit.TEMPORARY, "evaluate", job.file(), "--decisions")
                        .err())
                .contains("There is no decided pair");

        try (Store run = Store.open(job.store(), "acme")) {
            assertThat(run.job()).isPositive();
            job.ended(RunExit.TEMPORARY, "evaluate", job.file(), "--decisions");
        }
    }

    private static List<Path> files(ListJob job) throws IOException {
        try (Stream<Path> files = Files.walk(job.reports())) {
            return files.sorted().toList();
        }
    }

    private static JsonNode evaluated(ListJob job) {
        Typed typed = job.done("evaluate", job.file(), "--decisions", "--json");
        assertThat(typed.out().lines()).hasSize(1);
        return JsonMapper.shared().readTree(typed.out());
    }
}
