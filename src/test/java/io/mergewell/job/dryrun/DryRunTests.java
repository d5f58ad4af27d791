package io.mergewell.job.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.CrmSettings;
import io.mergewell.crm.CsvColumns;
import io.mergewell.crm.RejectedRecord;
import io.mergewell.job.JobException;
import io.mergewell.job.JobFile;
import io.mergewell.job.RunProgress;
import io.mergewell.job.StopSignal;
import io.mergewell.match.MatchSettings;
import io.mergewell.plan.PlanSettings;
import io.mergewell.review.LatestRun;
import io.mergewell.review.Summary;
import io.mergewell.store.Engine;
import io.mergewell.store.Store;
import io.mergewell.store.StoreException;
import io.mergewell.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DryRunTests {

    private static final RunProgress SILENT = new RunProgress() {
        @Override
        public void stepStarted(String step) {}

        @Override
        public void advanced(String step, String sentence) {}
    };

    @TempDir
    private Path folder;

    private final TownSource town = TownSource.of(20);
    private Instant now = Instant.parse("2026-11-20T23:00:00Z");
    private StoreSettings store = new StoreSettings("");

    @BeforeEach
    void freshStore() {
        store = Engine.H2.fresh(folder);
    }

    @ParameterizedTest
    @EnumSource
    void writesAReportOfWhoComesTwice(Engine engine) throws IOException {
        store = engine.fresh(folder);

        Summary summary = run();

        assertThat(summary.status()).isEqualTo("COMPLETED");
        assertThat(summary.counts().persons()).isEqualTo(30);
        assertThat(summary.counts().pages()).isEqualTo(3);
        assertThat(summary.counts().groups()).isEqualTo(10);
        assertThat(summary.api().calls()).isEqualTo(4);
        assertThat(Files.readAllLines(review(summary))).hasSize(1 + 10);
        assertThat(LatestRun.of(reports()))
                .hasValueSatisfying(latest -> assertThat(latest).hasFileName(summary.runId()));
        assertThat(town.requests).containsExactly("page 0", "page 10", "page 20", "ids 20");
    }

    @Test
    void writesAReportOfNobody() throws IOException {
        town.persons.clear();
        Summary summary = run();
        assertThat(summary.counts().persons()).isZero();
        assertThat(Files.readAllLines(review(summary))).hasSize(1);
    }

    @Test
    void writesTheSameBytesForTheSamePersons() throws IOException {
        byte[] first = Files.readAllBytes(review(run()));
        byte[] second = Files.readAllBytes(review(run()));
        assertThat(second).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource
    void goesOnBehindTheLastCommittedPage(Engine engine) throws IOException {
        store = engine.fresh(folder);
        town.failAt("page 20", new CrmException.Temporary("The daily budget is spent."));
        assertThatThrownBy(this::run)
                .isInstanceOf(CrmException.Temporary.class)
                .hasMessage("The daily budget is spent.");
        town.requests.clear();

        Summary summary = run();

        assertThat(town.requests).containsExactly("page 20", "ids 20");
        assertThat(summary.resumes()).isEqualTo(1);
        assertThat(summary.counts().pages()).isEqualTo(3);
        assertThat(summary.api().calls()).isEqualTo(5);
        assertThat(Files.readAllLines(review(summary))).hasSize(1 + 10);
    }

    @Test
    void writesDownHowAnInterruptedRunEnded() throws IOException {
        town.failAt("page 20", new CrmException.Temporary("The daily budget is spent."));
        assertThatThrownBy(this::run).isInstanceOf(CrmException.Temporary.class);
        Path summary = summaries().get(0);
        assertThat(Files.readString(summary))
                .contains("\"status\" : \"FAILED\"", "\"exitCode\" : 75", "./run.sh dry-run");
    }

    @Test
    void givesUpARunOfAnotherJobFile() {
        town.failAt("page 20", new CrmException.Temporary("The daily budget is spent."));
        assertThatThrownBy(() -> dryRun("other work").run()).isInstanceOf(CrmException.Temporary.class);
        town.requests.clear();

        Summary summary = run();

        assertThat(town.requests).startsWith("page 0", "page 10");
        assertThat(summary.notes()).anyMatch(note -> note.endsWith("was given up: the job file has changed."));
    }

    @Test
    void givesUpARunThatIsOlderThanADay() {
        town.failAt("page 20", new CrmException.Temporary("The daily budget is spent."));
        assertThatThrownBy(this::run).isInstanceOf(CrmException.Temporary.class);
        now = now.plus(Duration.ofDays(1));
        assertThat(run().notes()).anyMatch(note -> note.endsWith("was given up: it is older than a day."));
    }

    @Test
    void readsOnlyWhatChangedOnTheNextNight() {
        town.change(5, "Zora Latest", TownSource.FIRST_DAY.plus(Duration.ofDays(30)));
        run();
        town.requests.clear();
        now = now.plus(Duration.ofDays(1));
        town.change(3, "Zora Newname", now);

        Summary summary = run();

        assertThat(town.requests).containsExactly("changes 0", "ids 20");
        assertThat(summary.counts().persons()).isEqualTo(30);
    }

    @Test
    void takesThoseWhoAreGoneOutOfThePlan() {
        town.interference = request -> {
            if (request.startsWith("ids")) {
                town.persons.remove(1_002);
            }
        };
        Summary summary = run();
        assertThat(summary.counts().groups()).isEqualTo(9);
        assertThat(summary.counts().persons()).isEqualTo(29);
    }

    @Test
    void beginsTheReadAnewWhenItsPlaceIsLost() {
        town.rejected.add(new RejectedRecord("line 3", "No id."));
        town.failAt("page 20", new CrmException.CursorExpired("Gone."));
        Summary summary = run();
        assertThat(town.requests)
                .containsExactly("page 0", "page 10", "page 20", "page 0", "page 10", "page 20", "ids 20");
        assertThat(summary.counts().persons()).isEqualTo(30);
        assertThat(summary.notes())
                .contains("1 records could not be read as a person and take no part; all are listed in rejected.csv.");
    }

    @Test
    void listsWhatCouldNotBeRead() throws IOException {
        town.rejected.add(new RejectedRecord("line 3", "No id."));
        Summary summary = run();
        assertThat(Files.readAllLines(reports().resolve(summary.runId()).resolve("rejected.csv")))
                .containsExactly("where,reason", "line 3,No id.");
    }

    @Test
    void doubtsAReadThatFindsFarFewer() {
        TownSource large = TownSource.of(200);
        large.readsChanges = false;
        dryRun("work", large).run();
        large.persons.keySet().removeIf(id -> id > 100);

        assertThatThrownBy(() -> dryRun("work", large).run())
                .isInstanceOf(CrmException.BrokenContract.class)
                .hasMessageContaining("The CRM listed 100 persons, but 300 were there at the last full read.");

        assertThat(dryRun("work", large).run().counts().persons()).isEqualTo(100);
    }

    @Test
    void stopsBetweenTwoPagesAndGoesOn() {
        StopSignal stop = new StopSignal();
        town.interference = request -> {
            if (request.equals("page 10")) {
                stop.ask();
            }
        };
        assertThatThrownBy(() -> dryRun("work", town, stop).run()).isInstanceOf(JobException.Stopped.class);
        town.interference = request -> {};
        town.requests.clear();

        run();

        assertThat(town.requests).startsWith("page 20");
    }

    @Test
    void touchesNothingWhileAnotherRunIsAtWork() {
        try (Store other = Store.open(store, "acme")) {
            assertThat(other.job()).isPositive();
            assertThatThrownBy(this::run).isInstanceOf(StoreException.Locked.class);
        }
        assertThat(town.requests).isEmpty();
        assertThat(reports()).doesNotExist();
    }

    @Test
    void keepsPersonsAndSecretsOutOfBatchsTables() {
        town.add(9_999, "Canary Bird", "canary@example.com");
        town.failAt("ids 20", new CrmException.Temporary("Later."));
        assertThatThrownBy(this::run).isInstanceOf(CrmException.Temporary.class);
        town.interference = request -> {
            throw new IllegalStateException("canary@example.com");
        };
        assertThatThrownBy(this::run).hasMessage("canary@example.com");
        try (Store open = Store.open(store, "acme")) {
            List<String> messages = open.jdbc()
                    .queryForList(
                            "SELECT EXIT_MESSAGE FROM BATCH_STEP_EXECUTION UNION ALL"
                                    + " SELECT EXIT_MESSAGE FROM BATCH_JOB_EXECUTION",
                            String.class);
            assertThat(messages).isNotEmpty().noneMatch(message -> message.contains("canary"));
        }
    }

    private Summary run() {
        return dryRun("work").run();
    }

    private DryRun dryRun(String work) {
        return dryRun(work, town);
    }

    private DryRun dryRun(String work, TownSource source) {
        return dryRun(work, source, new StopSignal());
    }

    private DryRun dryRun(String work, TownSource source, StopSignal stop) {
        return new DryRun(
                file(work),
                SILENT,
                stop,
                Clock.fixed(now, ZoneOffset.UTC),
                () -> new Crm(source, "town", Optional::empty, () -> {}));
    }

    private JobFile file(String work) {
        CsvColumns columns = new CsvColumns(
                "id",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                new TreeMap<>());
        return new JobFile(
                "acme",
                Path.of("jobs/acme.yml"),
                work,
                new CrmSettings.Csv(Path.of("unused.csv"), columns),
                Duration.ofDays(7),
                MatchSettings.DEFAULTS,
                PlanSettings.DEFAULTS,
                store,
                reports());
    }

    private Path reports() {
        return folder.resolve("reports/acme");
    }

    private Path review(Summary summary) {
        return reports().resolve(summary.runId()).resolve("review.csv");
    }

    private List<Path> summaries() throws IOException {
        try (var found = Files.walk(reports())) {
            return found.filter(path -> path.endsWith("summary.json")).toList();
        }
    }
}
