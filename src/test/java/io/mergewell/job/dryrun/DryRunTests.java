package io.mergewell.job.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.RejectedRecord;
import io.mergewell.person.PersonId;
import io.mergewell.review.files.LatestRun;
import io.mergewell.review.summary.Summary;
import io.mergewell.store.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DryRunTests {

    private static final String TOO_LARGE = "person 1002,The record is larger than a million bytes.";

    @TempDir
    private Path folder;

    private Night night = new Night(Path.of(""));

    @BeforeEach
    void begin() {
        night = new Night(folder);
    }

    @ParameterizedTest
    @EnumSource
    void writesAReportOfWhoComesTwice(Engine engine) throws IOException {
        night.use(engine.fresh(folder));

        Summary summary = night.run();

        assertThat(summary.status()).isEqualTo("COMPLETED");
        assertThat(summary.counts().persons()).isEqualTo(30);
        assertThat(summary.counts().pages()).isEqualTo(3);
        assertThat(summary.counts().groups()).isEqualTo(10);
        assertThat(summary.api().calls()).isEqualTo(4);
        assertThat(Files.readAllLines(night.review(summary))).hasSize(1 + 10);
        assertThat(LatestRun.of(night.reports()))
                .hasValueSatisfying(latest -> assertThat(latest).hasFileName(summary.runId()));
        assertThat(night.town().requests).containsExactly("page 0", "page 10", "page 20", "ids 20");
    }

    @Test
    void writesAReportOfNobody() throws IOException {
        night.town().persons.clear();
        Summary summary = night.run();
        assertThat(summary.counts().persons()).isZero();
        assertThat(Files.readAllLines(night.review(summary))).hasSize(1);
    }

    @Test
    void writesTheSameBytesForTheSamePersons() throws IOException {
        byte[] first = Files.readAllBytes(night.review(night.run()));
        byte[] second = Files.readAllBytes(night.review(night.run()));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void readsOnlyWhatChangedOnTheNextNight() {
        night.town().change(5, "Zora Latest", TownSource.FIRST_DAY.plus(Duration.ofDays(30)));
        night.run();
        night.town().requests.clear();
        night.becomesTheNext();
        night.town().change(3, "Zora Newname", night.now());

        Summary summary = night.run();

        assertThat(night.town().requests).containsExactly("changes 0", "ids 20");
        assertThat(summary.counts().persons()).isEqualTo(30);
    }

    @Test
    void tellsHowRightItIsWhereTheTruthIsKnown() {
        Map<PersonId, String> humans = new HashMap<>();
        night.town().persons.keySet().forEach(id -> humans.put(new PersonId(id.toString()), "human " + id % 1_000));
        humans.put(new PersonId("1"), "human 3");
        humans.put(new PersonId("1002"), "somebody else");
        night.know(humans);

        Summary.Quality quality = night.run().quality();

        assertThat(quality.precision()).isEqualTo(9.0 / 10);
        assertThat(quality.recall()).isEqualTo(9.0 / 10);
    }

    @Test
    void takesThoseWhoAreGoneOutOfThePlan() {
        night.town().interference = request -> {
            if (request.startsWith("ids")) {
                night.town().persons.remove(1_002);
            }
        };
        Summary summary = night.run();
        assertThat(summary.counts().groups()).isEqualTo(9);
        assertThat(summary.counts().persons()).isEqualTo(29);
    }

    @Test
    void listsWhatCouldNotBeRead() throws IOException {
        night.town().rejected.add(new RejectedRecord("line 3", "No id."));
        Summary summary = night.run();
        assertThat(rejected(summary)).containsExactly("where,reason", "line 3,No id.");
    }

    @Test
    void listsOnceWhatADoubtedReadHadMetBefore() throws IOException {
        TownSource large = TownSource.of(200);
        large.readsChanges = false;
        night.dryRun("work", large).run();
        large.persons.keySet().removeIf(id -> id > 100);
        large.rejected.add(new RejectedRecord("line 3", "No id."));
        assertThatThrownBy(() -> night.dryRun("work", large).run()).isInstanceOf(CrmException.BrokenContract.class);

        Summary summary = night.dryRun("work", large).run();

        assertThat(rejected(summary)).containsExactly("where,reason", "line 3,No id.");
        assertThat(summary.counts().pages()).isEqualTo(10);
        assertThat(summary.notes()).anyMatch(note -> note.startsWith("1 record could not be read"));
    }

    @Test
    void takesNobodyWhoseRecordIsTooLargeToKeep() throws IOException {
        night.town().verbose.add(1_002);
        Summary summary = night.run();
        assertThat(summary.counts().persons()).isEqualTo(29);
        assertThat(summary.counts().groups()).isEqualTo(9);
        assertThat(rejected(summary)).containsExactly("where,reason", TOO_LARGE);
    }

    @Test
    void dropsThoseWhoseRecordHasBecomeTooLarge() throws IOException {
        night.town().change(5, "Zora Latest", TownSource.FIRST_DAY.plus(Duration.ofDays(30)));
        night.run();
        night.becomesTheNext();
        night.town().verbose.add(1_002);
        night.town().change(1_002, "Zora Latest", night.now());
        night.town().requests.clear();

        Summary summary = night.run();

        assertThat(night.town().requests).containsExactly("changes 0", "ids 18");
        assertThat(summary.counts().persons()).isEqualTo(29);
        assertThat(rejected(summary)).containsExactly("where,reason", TOO_LARGE);
    }

    @Test
    void dropsThoseWhoseRecordBecomesTooLargeBeforeThePlanIsFrozen() throws IOException {
        night.town().interference = request -> {
            if (request.startsWith("ids")) {
                night.town().verbose.add(1_002);
            }
        };
        Summary summary = night.run();
        assertThat(summary.counts().groups()).isEqualTo(9);
        assertThat(summary.counts().persons()).isEqualTo(29);
        assertThat(rejected(summary)).containsExactly("where,reason", TOO_LARGE);
    }

    @Test
    void doubtsAReadThatFindsFarFewer() {
        TownSource large = TownSource.of(200);
        large.readsChanges = false;
        night.dryRun("work", large).run();
        large.persons.keySet().removeIf(id -> id > 100);

        assertThatThrownBy(() -> night.dryRun("work", large).run())
                .isInstanceOf(CrmException.BrokenContract.class)
                .hasMessageContaining("The CRM listed 100 persons, but 300 were there at the last full read.");

        assertThat(night.dryRun("work", large).run().counts().persons()).isEqualTo(100);
    }

    @Test
    void doesNotBelieveAPageThatComesTwice() {
        night.town().repeats = true;
        assertThatThrownBy(night::run)
                .isInstanceOf(CrmException.BrokenContract.class)
                .hasMessageContaining("a whole page of persons a second time");
        night.town().repeats = false;
        assertThat(night.run().counts().persons()).isEqualTo(30);
    }

    private List<String> rejected(Summary summary) throws IOException {
        return Files.readAllLines(night.reports().resolve(summary.runId()).resolve("rejected.csv"));
    }
}
