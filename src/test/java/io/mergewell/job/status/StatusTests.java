package io.mergewell.job.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.CrmException;
import io.mergewell.job.JobFile;
import io.mergewell.job.JobFiles;
import io.mergewell.job.StopSignal;
import io.mergewell.job.dryrun.DryRun;
import io.mergewell.review.Summary;
import io.mergewell.store.Engine;
import io.mergewell.store.Store;
import io.mergewell.store.memory.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusTests {

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

    @ParameterizedTest
    @EnumSource
    void saysToBeginWhereNothingWasDone(Engine engine) {
        JobFile job = job(engine);
        StatusReport status = Status.of(job);
        assertThat(status.runs()).isEmpty();
        assertThat(status.latestReport()).isNull();
        assertThat(status.nextStep()).isEqualTo("./run.sh dry-run jobs/acme.yml");
        assertThat(Store.openExisting(job.store(), job.name())).isEmpty();
        assertThat(folder.resolve("store")).doesNotExist();
    }

    private JobFile job(Engine engine) {
        return JobFiles.csv(persons, engine.fresh(folder), folder.resolve("reports/acme"), "digest");
    }
}
