package io.mergewell.job.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.CrmException;
import io.mergewell.job.JobFile;
import io.mergewell.job.JobFiles;
import io.mergewell.job.StopSignal;
import io.mergewell.job.dryrun.DryRun;
import io.mergewell.review.summary.Summary;
import io.mergewell.store.Engine;
import io.mergewell.store.Store;
import io.mergewell.store.StoreException;
import io.mergewell.store.StoreSettings;
import io.mergewell.store.memory.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTests {

    /** Greater than Linux ever gives to a process. */
    private static final long NO_PROCESS = (1L << 22) + 1;

    @TempDir
    private Path folder;

    private Path persons = Path.of("");

    @BeforeEach
    void writePersons() throws IOException {
        persons = folder.resolve("persons.csv");
        Files.writeString(persons, """
                id,name,email
                1,Ada Lovelace,ada@example.com
                2,Ada Lovelace,ada@example.com
                3,Grace Hopper,grace@example.com
                """);
    }

    @ParameterizedTest
    @EnumSource
    void tellsHowTheLastRunEnded(Engine engine) {
        JobFile job = job(engine);
        Summary summary = DryRun.run(job, JobFiles.silent(), new StopSignal());

        StatusReport status = Status.of(job);

        assertThat(status.live()).isNull();
        assertThat(status.runs()).singleElement().satisfies(run -> {
            assertThat(run.runId()).isEqualTo(summary.runId());
            assertThat(run.status()).isEqualTo("COMPLETED");
            assertThat(run.exitCode()).isZero();
            assertThat(run.persons()).isEqualTo(3);
            assertThat(run.read()).isEqualTo(3);
        });
        assertThat(status.latestReport()).hasFileName(summary.runId());
        assertThat(status.nextStep()).isEqualTo(summary.nextStep());
    }

    @Test
    void saysToGoOnWithARunThatWasInterrupted() throws IOException {
        JobFile job = job(Engine.H2);
        Files.delete(persons);
        assertThatThrownBy(() -> DryRun.run(job, JobFiles.silent(), new StopSignal()))
                .isInstanceOf(CrmException.UnreadableInput.class);
        StatusReport status = Status.of(job);
        assertThat(status.runs().get(0).unfinished()).isTrue();
        assertThat(status.runs().get(0).exitCode()).isEqualTo(65);
        assertThat(status.nextStep()).isEqualTo("./run.sh dry-run jobs/acme.yml");
    }

    @ParameterizedTest
    @EnumSource
    void tellsHowFarARunIsThatHoldsTheStore(Engine engine) {
        JobFile job = job(engine);
        Summary earlier = DryRun.run(job, JobFiles.silent(), new StopSignal());
        try (Store store = Store.open(job.store(), job.name())) {
            new Runs(store).begin("29990101-000000-0000", "dry-run", "digest", Instant.EPOCH);
            RunAnnouncer announcer = new RunAnnouncer(
                    job, "29990101-000000-0000", "dry-run", Instant.EPOCH, JobFiles.silent(), Clock.systemUTC());
            announcer.stepStarted("read");
            announcer.advanced("500 persons read");

            StatusReport status = Status.of(job);

            assertThat(status.live()).isNotNull();
            assertThat(status.live().progress()).isEqualTo("500 persons read");
            assertThat(status.live().state()).isEqualTo(LiveRun.RUNNING);
            assertThat(status.runs()).extracting(PastRun::runId).containsExactly(earlier.runId());
            assertThat(status.nextStep()).isEqualTo("./run.sh status jobs/acme.yml");
        }
    }

    @Test
    void doesNotTakeAnEndedRunForOneAtWork() throws IOException {
        JobFile job = job(Engine.H2);
        Summary ended = DryRun.run(job, JobFiles.silent(), new StopSignal());
        try (Store store = Store.open(job.store(), job.name())) {
            assertThat(store.isAtWork()).isTrue();

            StatusReport status = Status.of(job);

            assertThat(status.live()).isNull();
            assertThat(status.note()).startsWith("Another process has the store open");
            assertThat(status.runs()).extracting(PastRun::runId).containsExactly(ended.runId());
        }
    }

    @Test
    void doesNotTakeAKilledRunForOneAtWork() {
        JobFile job = job(Engine.H2);
        Summary ended = DryRun.run(job, JobFiles.silent(), new StopSignal());
        new RunAnnouncer(job, ended.runId(), "dry-run", Instant.EPOCH, JobFiles.silent(), Clock.systemUTC())
                .stepStarted("read");

        assertThat(Status.of(job).live()).isNull();
        assertThat(Status.of(job).note()).isNull();
    }

    /** An unclean file is held for a moment by whoever looks at it first, and a run holds it before it says so. */
    @ParameterizedTest
    @EnumSource
    void doesNotTakeAKilledRunForTheOneThatHoldsTheStore(Engine engine) {
        JobFile job = job(engine);
        DryRun.run(job, JobFiles.silent(), new StopSignal());
        StatusFile file = new StatusFile(job.reports());
        LiveRun killed = announced(Instant.now(), NO_PROCESS, ThisHost.name());
        LiveRun itsNumberIsAnothers =
                announced(Instant.EPOCH, ProcessHandle.current().pid(), ThisHost.name());
        try (Store store = Store.open(job.store(), job.name())) {
            assertThat(store.isAtWork()).isTrue();
            for (LiveRun gone : List.of(killed, itsNumberIsAnothers)) {
                file.write(gone);
                assertThat(Status.of(job).live()).isNull();
                assertThat(Status.of(job).note()).isNotNull();
            }
        }
    }

    @Test
    void believesWhatARunOfAnotherHostSaysOfItself() {
        JobFile job = job(Engine.POSTGRES);
        try (Store store = Store.open(job.store(), job.name())) {
            assertThat(store.isAtWork()).isTrue();
            new StatusFile(job.reports()).write(announced(Instant.EPOCH, NO_PROCESS, "another.example.org"));
            assertThat(Status.of(job).live()).isNotNull();
        }
    }

    @Test
    void saysWhenTheDatabaseGoesAwayWhileItLooks() {
        JobFile job = job(Engine.POSTGRES);
        DryRun.run(job, JobFiles.silent(), new StopSignal());
        StoreSettings impatient = new StoreSettings(job.store().url(), Duration.ofMillis(250));
        try (Store look = Store.look(impatient, job.name()).orElseThrow()) {
            Engine.closeDoors(impatient, true);
            assertThatThrownBy(() -> new Status(job).report(look))
                    .isInstanceOf(StoreException.Unreachable.class)
                    .hasMessageContaining("run again when it is back");
        } finally {
            Engine.closeDoors(impatient, false);
        }
    }

    @Test
    void leavesNothingBehindWhereItCannotBeWritten() throws IOException {
        JobFile job = job(Engine.H2);
        Files.createDirectories(job.reports().resolve("status.json/something"));
        new RunAnnouncer(job, "a run", "dry-run", Instant.EPOCH, JobFiles.silent(), Clock.systemUTC())
                .stepStarted("read");
        assertThat(job.reports()).isDirectoryNotContaining("glob:**/.status.json.tmp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"runId\": \"29990101\"}",
                "{\"runId\": \"r\", \"command\": \"c\", \"status\": \"s\", \"startedAt\": \"yesterday\","
                        + " \"endedAt\": \"today\", \"exitCode\": 0, \"nextStep\": \"n\"}",
                "{\"runId\": {}, \"command\": [], \"status\": 1, \"startedAt\": 2, \"exitCode\": \"none\"}"
            })
    void skipsASummaryThatIsNone(String content) throws IOException {
        JobFile job = job(Engine.H2);
        Summary ended = DryRun.run(job, JobFiles.silent(), new StopSignal());
        Path foreign = Files.createDirectories(folder.resolve("reports/acme/29990101-000000-0000"));
        Files.writeString(foreign.resolve("summary.json"), content);
        Files.writeString(folder.resolve("reports/acme/status.json"), "{\"state\": \"RUNNING\"}");
        try (Store store = Store.open(job.store(), job.name())) {
            new Runs(store).begin("29990101-000000-0000", "dry-run", "digest", Instant.EPOCH);

            StatusReport status = Status.of(job);

            assertThat(status.live()).isNull();
            assertThat(status.runs()).extracting(PastRun::runId).containsExactly(ended.runId());
        }
        Files.writeString(folder.resolve("reports/acme").resolve(ended.runId()).resolve("summary.json"), content);
        assertThat(Status.of(job).nextStep()).isEqualTo("./run.sh dry-run jobs/acme.yml");
    }

    @Test
    void readsWhatItCanOfAnOlderStore() throws SQLException {
        JobFile job = job(Engine.H2);
        Summary ended = DryRun.run(job, JobFiles.silent(), new StopSignal());
        try (Connection connection = DriverManager.getConnection(job.store().url())) {
            connection.createStatement().execute("DELETE FROM mergewell_schema WHERE version > 1");
            connection.createStatement().execute("ALTER TABLE mergewell_run DROP COLUMN resumes");
        }
        assertThat(Status.of(job).runs()).extracting(PastRun::runId).containsExactly(ended.runId());
    }

    @ParameterizedTest
    @EnumSource
    void saysToBeginWhereNothingWasDone(Engine engine) {
        JobFile job = job(engine);
        StatusReport status = Status.of(job);
        assertThat(status.runs()).isEmpty();
        assertThat(status.latestReport()).isNull();
        assertThat(status.nextStep()).isEqualTo("./run.sh dry-run jobs/acme.yml");
        assertThat(Store.look(job.store(), job.name())).isEmpty();
        assertThat(folder.resolve("store")).doesNotExist();
    }

    private static LiveRun announced(Instant updatedAt, long process, String host) {
        return new LiveRun(
                "acme",
                "29990101-000000-0000",
                "dry-run",
                LiveRun.RUNNING,
                "read",
                "",
                Instant.EPOCH,
                updatedAt,
                process,
                host);
    }

    private JobFile job(Engine engine) {
        return JobFiles.csv(persons, engine.fresh(folder), folder.resolve("reports/acme"), "digest");
    }
}
