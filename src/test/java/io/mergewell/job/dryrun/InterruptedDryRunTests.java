package io.mergewell.job.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.RejectedRecord;
import io.mergewell.job.JobException;
import io.mergewell.job.StopSignal;
import io.mergewell.review.files.ReviewException;
import io.mergewell.review.summary.Summary;
import io.mergewell.store.Engine;
import io.mergewell.store.Store;
import io.mergewell.store.StoreException;
import io.mergewell.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that ended before its time is continued, given up, or refused. */
class InterruptedDryRunTests {

    @TempDir
    private Path folder;

    private Night night = new Night(Path.of(""));

    @BeforeEach
    void begin() {
        night = new Night(folder);
    }

    @ParameterizedTest
    @EnumSource
    void goesOnBehindTheLastCommittedPage(Engine engine) throws IOException {
        night.use(engine.fresh(folder));
        night.town().failAt("page 20", new CrmException.Temporary("The daily budget is spent."));
        assertThatThrownBy(night::run)
                .isInstanceOf(CrmException.Temporary.class)
                .hasMessage("The daily budget is spent.");
        night.town().requests.clear();

        Summary summary = night.run();

        assertThat(night.town().requests).containsExactly("page 20", "ids 20");
        assertThat(summary.resumes()).isEqualTo(1);
        assertThat(summary.counts().pages()).isEqualTo(3);
        assertThat(summary.api().calls()).isEqualTo(5);
        assertThat(Files.readAllLines(night.review(summary))).hasSize(1 + 10);
    }

    @Test
    void writesDownHowAnInterruptedRunEnded() throws IOException {
        night.town().failAt("page 20", new CrmException.Temporary("The daily budget is spent."));
        assertThatThrownBy(night::run).isInstanceOf(CrmException.Temporary.class);
        Path summary = night.summaries().get(0);
        assertThat(Files.readString(summary))
                .contains("\"status\" : \"FAILED\"", "\"exitCode\" : 75", "./run.sh dry-run");
    }

    @Test
    void givesUpARunOfAnotherJobFile() {
        night.town().failAt("page 20", new CrmException.Temporary("The daily budget is spent."));
        assertThatThrownBy(() -> night.dryRun("other work").run()).isInstanceOf(CrmException.Temporary.class);
        night.town().requests.clear();

        Summary summary = night.run();

        assertThat(night.town().requests).startsWith("page 0", "page 10");
        assertThat(summary.notes())
                .anyMatch(note -> note.endsWith("was given up: the job file or its source has changed."));
    }

    @Test
    void givesUpARunOfAnotherSourceAfterItsRead() throws IOException {
        StopSignal stop = new StopSignal();
        night.town().interference = request -> {
            if (request.equals("page 20")) {
                stop.ask();
            }
        };
        assertThatThrownBy(() -> night.dryRun("work", night.town(), stop).run())
                .isInstanceOf(JobException.Stopped.class);
        reportsOnTheNewTownOnly();
    }

    @Test
    void givesUpARunOfAnotherSourceAfterItsMatch() throws IOException {
        night.town().failAt("ids 20", new CrmException.Temporary("Later."));
        assertThatThrownBy(night::run).isInstanceOf(CrmException.Temporary.class);
        reportsOnTheNewTownOnly();
    }

    @Test
    void givesUpARunOfAnotherSourceAfterItsPlan() throws IOException {
        Files.createDirectories(folder.resolve("reports"));
        Files.writeString(night.reports(), "a file where the folder should be");
        assertThatThrownBy(night::run).isInstanceOf(ReviewException.class);
        Files.delete(night.reports());
        reportsOnTheNewTownOnly();
    }

    /** Its persons have ids that the old town knew as others. */
    private void reportsOnTheNewTownOnly() throws IOException {
        night.moveTo("new town");
        TownSource town = TownSource.of(18);
        List.copyOf(town.persons.entrySet()).forEach(person -> {
            String name = person.getValue().name().full().replace("Zora", "Ada");
            town.add(person.getKey(), name, name.replace(' ', '.') + "@example.com");
        });

        Summary summary = night.dryRun("work", town).run();

        assertThat(summary.counts().persons()).isEqualTo(27);
        assertThat(Files.readString(night.review(summary))).contains("Ada Nr").doesNotContain("Zora");
        assertThat(summary.notes())
                .anyMatch(note -> note.endsWith("was given up: the job file or its source has changed."))
                .anyMatch(note -> note.startsWith("The store held the persons of the town, as "));
    }

    @Test
    void givesUpARunWhosePersonsWereMergedByHandMeanwhile() {
        TownSource large = TownSource.of(200);
        large.failAt("ids 100", new CrmException.Temporary("Later."));
        assertThatThrownBy(() -> night.dryRun("work", large).run()).isInstanceOf(CrmException.Temporary.class);
        large.persons.keySet().removeIf(id -> id > 1_000 && id <= 1_120);
        assertThatThrownBy(() -> night.dryRun("work", large).run())
                .isInstanceOf(CrmException.BrokenContract.class)
                .hasMessageContaining("did not answer for 60 of the 200 persons");
        large.requests.clear();

        Summary summary = night.dryRun("work", large).run();

        assertThat(large.requests).startsWith("page 0", "page 10");
        assertThat(summary.counts().persons()).isEqualTo(240);
        assertThat(summary.counts().groups()).isEqualTo(40);
        assertThat(summary.resumes()).isZero();
    }

    @Test
    void givesUpARunThatIsOlderThanADay() {
        night.town().failAt("page 20", new CrmException.Temporary("The daily budget is spent."));
        assertThatThrownBy(night::run).isInstanceOf(CrmException.Temporary.class);
        night.becomesTheNext();
        assertThat(night.run().notes()).anyMatch(note -> note.endsWith("was given up: it is older than a day."));
    }

    @Test
    void beginsTheReadAnewWhenItsPlaceIsLost() {
        night.town().rejected.add(new RejectedRecord("line 3", "No id."));
        night.town().failAt("page 20", new CrmException.CursorExpired("Gone."));
        Summary summary = night.run();
        assertThat(night.town().requests)
                .containsExactly("page 0", "page 10", "page 20", "page 0", "page 10", "page 20", "ids 20");
        assertThat(summary.counts().persons()).isEqualTo(30);
        assertThat(summary.notes())
                .contains("1 record could not be read as a person and takes no part; it is listed in rejected.csv.");
    }

    @Test
    void countsOnceWhatAReadThatWasGivenUpHadRead() {
        night.town().rejected.add(new RejectedRecord("line 3", "No id."));
        for (int attempt = 0; attempt < 2; attempt++) {
            night.town().failAt("page 20", new CrmException.BrokenContract("Not a page."));
            assertThatThrownBy(night::run).isInstanceOf(CrmException.BrokenContract.class);
        }
        night.town().requests.clear();

        Summary summary = night.run();

        assertThat(night.town().requests).startsWith("page 0", "page 10", "page 20");
        assertThat(summary.counts().pages()).isEqualTo(3);
        assertThat(summary.notes()).anyMatch(note -> note.startsWith("1 record could not be read"));
    }

    @Test
    void stopsBetweenTwoPagesAndGoesOn() {
        StopSignal stop = new StopSignal();
        night.town().interference = request -> {
            if (request.equals("page 10")) {
                stop.ask();
            }
        };
        assertThatThrownBy(() -> night.dryRun("work", night.town(), stop).run())
                .isInstanceOf(JobException.Stopped.class);
        night.town().interference = request -> {};
        night.town().requests.clear();

        night.run();

        assertThat(night.town().requests).startsWith("page 20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNKNOWN", "STARTED", "STOPPING", "STARTING"})
    void goesOnWhateverStateBatchWasLeftIn(String status) {
        night.town().failAt("ids 20", new CrmException.Temporary("Later."));
        assertThatThrownBy(night::run).isInstanceOf(CrmException.Temporary.class);
        try (Store open = Store.open(night.store(), "acme")) {
            open.jdbc().update("UPDATE BATCH_JOB_EXECUTION SET STATUS = ?, END_TIME = NULL", status);
            open.jdbc().update("UPDATE BATCH_STEP_EXECUTION SET STATUS = ? WHERE STEP_NAME = 'plan'", status);
        }
        night.town().requests.clear();

        assertThat(night.run().counts().groups()).isEqualTo(10);

        assertThat(night.town().requests).containsExactly("ids 20");
    }

    @Test
    void goesOnWhenBatchKnowsARunButNoneOfItsExecutions() {
        night.town().failAt("page 0", new CrmException.Temporary("Later."));
        assertThatThrownBy(night::run).isInstanceOf(CrmException.Temporary.class);
        try (Store open = Store.open(night.store(), "acme")) {
            for (String table : List.of(
                    "STEP_EXECUTION_CONTEXT",
                    "STEP_EXECUTION",
                    "JOB_EXECUTION_CONTEXT",
                    "JOB_EXECUTION_PARAMS",
                    "JOB_EXECUTION")) {
                open.jdbc().update("DELETE FROM BATCH_" + table);
            }
        }
        assertThat(night.run().counts().groups()).isEqualTo(10);
    }

    @Test
    void saysWhereAReportCannotBeWritten() throws IOException {
        Files.createDirectories(folder.resolve("reports"));
        Files.writeString(night.reports(), "a file where the folder should be");
        assertThatThrownBy(night::run)
                .isInstanceOf(ReviewException.class)
                .hasMessageContaining(night.reports().toString());
        Files.delete(night.reports());
        assertThat(night.run().counts().groups()).isEqualTo(10);
    }

    @Test
    void goesOnWhenItsDatabaseIsBack() {
        StoreSettings postgres = new StoreSettings(Engine.POSTGRES.fresh(folder).url(), Duration.ofMillis(250));
        night.use(postgres);
        night.town().interference = request -> {
            if (request.equals("page 20")) {
                Engine.closeDoors(postgres, true);
            }
        };
        assertThatThrownBy(night::run)
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining("What was committed is kept; run again when it is back.");
        Engine.closeDoors(postgres, false);
        night.town().interference = request -> {};
        night.town().requests.clear();

        assertThat(night.run().counts().groups()).isEqualTo(10);

        assertThat(night.town().requests).startsWith("page 20");
    }

    @Test
    void touchesNothingWhileAnotherRunIsAtWork() {
        try (Store other = Store.open(night.store(), "acme")) {
            assertThat(other.job()).isPositive();
            assertThatThrownBy(night::run).isInstanceOf(StoreException.Locked.class);
        }
        assertThat(night.town().requests).isEmpty();
        assertThat(night.reports()).doesNotExist();
    }

    @Test
    void keepsPersonsAndSecretsOutOfBatchsTables() {
        night.town().add(9_999, "Canary Bird", "canary@example.com");
        night.town().failAt("ids 20", new CrmException.Temporary("Later."));
        assertThatThrownBy(night::run).isInstanceOf(CrmException.Temporary.class);
        night.town().interference = request -> {
            throw new IllegalStateException("canary@example.com");
        };
        assertThatThrownBy(night::run).hasMessage("canary@example.com");
        try (Store open = Store.open(night.store(), "acme")) {
            List<String> messages = open.jdbc()
                    .queryForList(
                            "SELECT EXIT_MESSAGE FROM BATCH_STEP_EXECUTION UNION ALL"
                                    + " SELECT EXIT_MESSAGE FROM BATCH_JOB_EXECUTION",
                            String.class);
            assertThat(messages).isNotEmpty().noneMatch(message -> message.contains("canary"));
        }
    }
}
