package io.mergewell.job.restore;

import static io.mergewell.job.restore.Likenesses.assertEverybodyIsBack;
import static io.mergewell.job.restore.Likenesses.number;
import static io.mergewell.job.restore.Likenesses.values;
import static io.mergewell.job.restore.Likenesses.whereIs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.apply.approved.GivenUp;
import io.mergewell.apply.faults.CallKind;
import io.mergewell.apply.faults.Fault;
import io.mergewell.apply.faults.Line;
import io.mergewell.apply.restore.Prospect;
import io.mergewell.apply.restore.RestoreException;
import io.mergewell.job.RunExit;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import io.mergewell.plan.ActionKind;
import io.mergewell.review.summary.Summary;
import io.mergewell.sandbox.state.MultiValues;
import io.mergewell.store.Engine;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.LedgerEffect;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.memory.KeptApart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What an apply run took away comes back. */
class RestoreTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"H2, KEPT", "H2, UNITED", "POSTGRES, KEPT"})
    void givesBothPersonsBackButForIdsAndLinks(Engine engine, MultiValues multiValues) throws IOException {
        try (Morning morning = new Morning(engine, folder, multiValues)) {
            List<LedgerRow> rows = morning.rows();
            assertThat(rows).extracting(LedgerRow::kind).contains(ActionKind.MERGE);

            Summary summary = morning.restore();

            assertThat(summary.exitCode()).isEqualTo(RunExit.DONE);
            assertThat(summary.counts().applied()).isEqualTo(rows.size());
            assertEverybodyIsBack(morning, rows);
        }
    }

    @Test
    void sayingWhatCanComeBackChangesNothing() throws IOException {
        try (Morning morning = new Morning(folder, MultiValues.KEPT)) {
            String before = morning.everything();

            Prospect prospect = morning.look(morning.applied().runId());

            assertThat(prospect.people()).hasSameSizeAs(morning.rows());
            assertThat(prospect.survivors()).isNotEmpty().allMatch(Prospect.Survivor::present);
            assertThat(prospect.done()).isZero();
            assertThat(morning.everything()).isEqualTo(before);
            assertThat(morning.crm().history().deeds(CallKind.CREATE)).isEmpty();
        }
    }

    @Test
    void aSecondRestoreDoesNothingMore() throws IOException {
        try (Morning morning = new Morning(folder, MultiValues.KEPT)) {
            morning.restore();
            String after = morning.crm().snapshot().toString();

            Summary again = morning.restore();

            assertThat(again.exitCode()).isEqualTo(RunExit.DONE);
            assertThat(again.counts().approved()).isZero();
            assertThat(morning.crm().snapshot()).hasToString(after);
            assertThat(morning.look(morning.applied().runId()).people()).isEmpty();
        }
    }

    @Test
    void whatSomebodyChangedSinceStaysAndIsNamed() throws IOException {
        try (Morning morning = new Morning(folder, MultiValues.KEPT)) {
            LedgerRow merge = aMerge(morning);
            long survivor = number(Objects.requireNonNull(merge.survivor()));
            morning.crm().others().edit(survivor, """
                    {"name":"Somebody Else","phones":[{"value":"+1 415 555 0199"}]}""");

            Summary summary = morning.restore();

            JsonNode now = morning.crm().snapshot().persons().get(survivor);
            assertThat(now.path("name").stringValue()).isEqualTo("Somebody Else");
            assertThat(now.path("phones").findValuesAsString("value")).containsExactly("+1 415 555 0199");
            assertThat(summary.exitCode()).isEqualTo(RunExit.DONE);
            assertThat(morning.receipts(summary))
                    .containsPattern("keeps what was changed since in: [a-z, ]*name, phones\\.");
        }
    }

    /** The CRM did it, and its answer was lost; or it did not, and nobody knows. */
    @ParameterizedTest
    @CsvSource({"AT_ONCE, DROPPED", "AT_ONCE, CUT", "NEVER, STATUS_500"})
    void aLostAnswerCreatesNobodyTwice(Fault.When when, Line line) throws IOException {
        try (Morning morning = new Morning(folder, MultiValues.KEPT)) {
            morning.crm().on(CallKind.CREATE, 1, new Fault(when, line));

            Summary summary = morning.restore();

            assertThat(summary.exitCode()).isEqualTo(RunExit.DONE);
            assertThat(summary.counts().reconciled()).isEqualTo(when == Fault.When.AT_ONCE ? 1 : 0);
            assertThat(morning.crm().history().deeds(CallKind.CREATE)).hasSameSizeAs(morning.rows());
            assertThat(morning.crm().snapshot().persons())
                    .hasSameSizeAs(morning.before().persons());
        }
    }

    @Test
    void aCallThatIsCarriedOutLateIsReported() throws IOException {
        try (Morning morning = new Morning(folder, MultiValues.KEPT)) {
            morning.crm().on(CallKind.CREATE, 1, Fault.beforeItIsDone(Line.DROPPED));
            morning.crm().before(CallKind.CREATE, 2, morning.crm()::doWhatIsLate);

            Summary summary = morning.restore();

            assertThat(summary.exitCode()).isEqualTo(RunExit.PARTLY);
            assertThat(morning.receipts(summary)).contains("was carried out late. Merge the two by hand.");
        }
    }

    /** It would take off again what the next merge brings. */
    @Test
    void anUpdateThatWasSentOnceMoreMayStillCome() throws IOException {
        try (Morning morning = new Morning(folder, MultiValues.KEPT)) {
            morning.crm().on(CallKind.UPDATE, 1, Fault.beforeItIsDone(Line.DROPPED));

            assertThat(morning.restore().exitCode()).isEqualTo(RunExit.DONE);

            List<LedgerRow> rows = morning.rows();
            List<LedgerEffect> givenUp = morning.inStore(store -> rows.stream()
                    .flatMap(row -> Stream.ofNullable(row.survivor()))
                    .distinct()
                    .flatMap(survivor -> new Effects(store).updatesOf(survivor).stream())
                    .filter(GivenUp::includes)
                    .toList());
            assertThat(givenUp).hasSize(1);
        }
    }

    @Test
    void goesOnAfterADeathBetweenTheCreationAndItsResult() throws IOException {
        try (Morning morning = new Morning(folder, MultiValues.KEPT)) {
            String run = morning.applied().runId();
            assertThatThrownBy(() -> morning.restore(run, dying(morning))).hasMessage("Killed.");
            assertThat(morning.crm().history().deeds(CallKind.CREATE)).hasSize(1);

            Summary summary = morning.restore();

            assertThat(summary.exitCode()).isEqualTo(RunExit.DONE);
            assertThat(morning.crm().history().deeds(CallKind.CREATE)).hasSameSizeAs(morning.rows());
        }
    }

    @Test
    void whoCameBackIsNoDuplicateTheNextNight() throws IOException {
        try (Morning morning = new Morning(folder, MultiValues.KEPT)) {
            LedgerRow merge = aMerge(morning);
            PersonId survivor = Objects.requireNonNull(merge.survivor());
            morning.restore();
            PersonId created = whereIs(merge.absorbed(), morning);

            Summary night = morning.dryRun();

            Set<PersonPair> apart = morning.inStore(store -> new KeptApart(store).pairs());
            assertThat(apart).contains(PersonPair.of(survivor, created));
            String review =
                    Files.readString(morning.reports().resolve(night.runId()).resolve("review.csv"));
            assertThat(review)
                    .doesNotContain("," + survivor + "," + created + ",")
                    .doesNotContain("," + created + "," + survivor + ",");
        }
    }

    @Test
    void aSurvivorThatIsGoneGetsNothingAndItsDuplicateComesBack() throws IOException {
        try (Morning morning = new Morning(folder, MultiValues.KEPT)) {
            LedgerRow merge = aMerge(morning);
            PersonId survivor = Objects.requireNonNull(merge.survivor());
            morning.crm().others().delete(number(survivor));

            Summary summary = morning.restore();

            assertThat(summary.exitCode()).isEqualTo(RunExit.DONE);
            assertThat(morning.receipts(summary)).contains("The survivor " + survivor + " is gone by now");
            assertThat(values(morning.crm().snapshot(), whereIs(merge.absorbed(), morning)))
                    .isEqualTo(values(morning.before(), merge.absorbed()));
        }
    }

    @Test
    void refusesWhatItCannotRelyOn() throws IOException {
        try (Morning morning = new Morning(folder, MultiValues.KEPT)) {
            String run = morning.applied().runId();
            String snapshots = Files.readString(morning.snapshots());

            assertThatThrownBy(() -> morning.restore("20000101-000000-0000", Clock.systemUTC()))
                    .isInstanceOf(RestoreException.class)
                    .hasMessageContaining("There is no run");
            Files.writeString(morning.snapshots(), snapshots.substring(0, snapshots.length() - 40));
            assertThatThrownBy(() -> morning.look(run)).hasMessageContaining("whole, so nothing was changed");
            Files.writeString(morning.snapshots(), "{\"cut\n" + snapshots);
            assertThatThrownBy(() -> morning.look(run)).hasMessageContaining("damaged in line 1");
            Files.delete(morning.snapshots());
            assertThatThrownBy(morning::restore).hasMessageContaining("are missing");
            assertThat(morning.crm().history().deeds(CallKind.CREATE)).isEmpty();

            Files.writeString(morning.snapshots(), snapshots);
            Summary restored = morning.restore();
            assertThatThrownBy(() -> morning.look(restored.runId())).hasMessageContaining("applied nothing");
        }
    }

    /** Stops at the first moment after somebody was created. */
    private static Clock dying(Morning morning) {
        InstantSource source = () -> {
            if (!morning.crm().history().deeds(CallKind.CREATE).isEmpty()) {
                throw new IllegalStateException("Killed.");
            }
            return Instant.now();
        };
        return source.withZone(ZoneOffset.UTC);
    }

    private static LedgerRow aMerge(Morning morning) {
        return morning.rows().stream()
                .filter(row -> row.kind() == ActionKind.MERGE)
                .findFirst()
                .orElseThrow();
    }
}
