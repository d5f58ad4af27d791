package io.mergewell.job.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.job.JobFile;
import io.mergewell.job.KeepSettings;
import io.mergewell.job.restore.Morning;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.PlanSettings;
import io.mergewell.review.files.LatestRun;
import io.mergewell.sandbox.state.MultiValues;
import io.mergewell.store.Engine;
import io.mergewell.store.Store;
import io.mergewell.store.StoreException;
import io.mergewell.store.ledger.Crosswalk;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.ledger.Restored;
import io.mergewell.store.ledger.RowState;
import io.mergewell.store.memory.Plans;
import io.mergewell.store.memory.Runs;
import io.mergewell.store.mirror.Mirror;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes with time of a dry run and an apply run of today. */
class PurgeTests {

    @TempDir
    private Path folder;

    @Test
    void findsNothingInWhatIsYoung() throws IOException {
        try (Morning morning = morning(Engine.H2)) {
            assertThat(Purge.run(morning.file(), in(Duration.ofDays(13))).isEmpty())
                    .isTrue();
            assertThat(LatestRun.of(morning.reports()))
                    .contains(applied(morning).toRealPath());
        }
    }

    @Test
    void saysWhatWouldGoAndChangesNothing() throws IOException {
        try (Morning morning = morning(Engine.H2)) {
            String before = morning.everything();

            Purged purged = Purge.look(morning.file(), in(Duration.ofDays(400)));

            assertThat(purged.files())
                    .extracting(file -> file.path().getFileName().toString())
                    .contains(
                            "review.csv",
                            "review.html",
                            "groups.csv",
                            "snapshots.jsonl",
                            "receipts.csv",
                            "summary.json");
            assertThat(purged.files()).allMatch(file -> file.bytes() > 0);
            assertThat(purged.store().persons()).isPositive();
            assertThat(purged.store().groups()).isPositive();
            assertThat(morning.everything()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatARestoreNeedsLongerThanReports(Engine engine) throws IOException {
        try (Morning morning = morning(engine)) {
            List<LedgerRow> rows = morning.rows();

            Purged purged = Purge.run(morning.file(), in(Duration.ofDays(100)));

            assertThat(purged.store().mirror()).isTrue();
            assertThat(purged.store().plans()).isEqualTo(1);
            assertThat(files(morning.reports()))
                    .containsExactly("crosswalk.csv", "receipts.csv", "snapshots.jsonl", "status.json", "summary.json");
            assertThat(LatestRun.of(morning.reports()))
                    .contains(applied(morning).toRealPath());
            assertThat(morning.rows()).isEqualTo(rows);
            assertThat(morning.<Long>inStore(store -> new Mirror(store).count()))
                    .isZero();
            assertThat(morning.restore(morning.applied().runId(), Clock.systemUTC())
                            .exitCode())
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesAfterAllTimeOnlyWhatKeepsThingsFromBeingDoneTwice(Engine engine) throws IOException {
        try (Morning morning = morning(engine)) {
            List<LedgerRow> rows = morning.rows();
            long crossings = morning.inStore(store -> new Crosswalk(store).all().size());

            Purged purged = Purge.run(morning.file(), in(Duration.ofDays(400)));

            assertThat(purged.store().groups()).isPositive();
            assertThat(files(morning.reports())).containsExactly("status.json");
            assertThat(morning.reports().resolve(LatestRun.NAME)).doesNotExist();
            assertThat(morning.rows()).isEqualTo(rows);
            assertThat(morning.<Integer>inStore(
                            store -> new Crosswalk(store).all().size()))
                    .isEqualTo((int) crossings);
            assertThat(Purge.run(morning.file(), in(Duration.ofDays(400))).isEmpty())
                    .isTrue();
            assertThat(morning.dryRun().exitCode()).isZero();
        }
    }

    @Test
    void leavesNoTraceInTheFileOfTheStore() throws IOException {
        try (Morning morning = morning(Engine.H2)) {
            String email = emailOfOneInAGroup(morning);
            assertThat(bytesOfTheStore(morning)).contains(email);

            Purge.run(morning.file(), in(Duration.ofDays(400)));

            assertThat(bytesOfTheStore(morning)).doesNotContain(email);
        }
    }

    @Test
    void doesTheRestAfterItWasKilled() throws IOException {
        try (Morning morning = morning(Engine.H2)) {
            Purged all = Purge.look(morning.file(), in(Duration.ofDays(400)));
            for (Purged.File file : all.files().subList(0, all.files().size() / 2)) {
                Files.delete(file.path());
            }

            Purge.run(morning.file(), in(Duration.ofDays(400)));

            assertThat(files(morning.reports())).containsExactly("status.json");
            assertThat(morning.<Long>inStore(store -> new Mirror(store).count()))
                    .isZero();
        }
    }

    @Test
    void leavesAndNamesWhatItDidNotWriteAndFollowsNoLink() throws IOException {
        try (Morning morning = morning(Engine.H2)) {
            Path mine = Files.writeString(applied(morning).resolve("my notes.txt"), "keep me");
            Path outside = Files.createDirectories(folder.resolve("outside"));
            Path precious = Files.writeString(outside.resolve("review.csv"), "precious");
            Path link = Files.createSymbolicLink(applied(morning).resolve("review.csv"), precious);
            Path linkedRun = Files.createSymbolicLink(morning.reports().resolve("20200101-000000-abcd"), outside);

            Purged purged = Purge.run(morning.file(), in(Duration.ofDays(400)));

            assertThat(purged.foreign()).containsExactlyInAnyOrder(mine, link);
            assertThat(precious).hasContent("precious");
            assertThat(mine).exists();
            assertThat(link).isSymbolicLink();
            assertThat(linkedRun).isSymbolicLink();
        }
    }

    @Test
    void leavesWhatAnOpenRowNeeds() throws IOException {
        try (Morning morning = morning(Engine.H2)) {
            LedgerRow open = morning.rows().get(0);
            morning.inStore(store -> {
                store.write(() -> store.jdbc()
                        .update("UPDATE mergewell_ledger_row SET state = 'UNKNOWN' WHERE row_key = ?", open.rowKey()));
                return 0;
            });

            Purged purged = Purge.run(morning.file(), in(Duration.ofDays(400)));

            assertThat(purged.kept())
                    .containsExactly(
                            "The snapshots of run " + morning.applied().runId()
                                    + " stay: rows of it are not settled, or are being taken back; apply or restore goes on with them.");
            assertThat(morning.snapshots()).exists();
            assertThat(morning.<Boolean>inStore(store -> new Ledger(store)
                            .groups()
                            .find(open.planId(), open.groupId())
                            .isPresent()))
                    .isTrue();
        }
    }

    @Test
    void leavesWhatARestoreThatIsNotAtItsEndNeeds() throws IOException {
        try (Morning morning = morning(Engine.H2)) {
            takeBack(morning, RowState.APPLIED);

            Purged purged = Purge.run(morning.file(), in(Duration.ofDays(400)));

            assertThat(purged.kept()).anyMatch(why -> why.startsWith("The snapshots of run "));
            assertThat(morning.snapshots()).exists();
        }
    }

    @Test
    void keepsNothingForARestoreThatLeavesOutWhoWasErased() throws IOException {
        try (Morning morning = morning(Engine.H2)) {
            LedgerRow row = takeBack(morning, RowState.UNKNOWN);
            Forget.run(morning.file(), new TreeSet<>(List.of(row.absorbed())), Clock.systemUTC());

            Purge.run(morning.file(), in(Duration.ofDays(400)));

            assertThat(morning.snapshots()).doesNotExist();
        }
    }

    @Test
    void leavesTheReportOfAPlanThatCanStillBeApplied() throws IOException {
        try (Morning morning = morning(Engine.H2)) {
            PlanSettings plan = morning.file().plan();
            JobFile patient = with(
                    morning.file(),
                    new PlanSettings(
                            plan.survivor(), plan.maxGroup(), Duration.ofDays(200), plan.delete(), plan.rails()),
                    KeepSettings.DEFAULTS);

            Purged purged = Purge.run(patient, in(Duration.ofDays(100)));

            assertThat(purged.kept()).singleElement().asString().endsWith("stays: its plan can still be applied.");
            assertThat(files(morning.reports())).contains("review.csv", "review.html");
            String planId = morning.rows().get(0).planId();
            assertThat(morning.<Boolean>inStore(
                            store -> new Plans(store, "acme").find(planId).isPresent()))
                    .isTrue();
        }
    }

    @Test
    void keepsAsLongAsTheJobWants() throws IOException {
        try (Morning morning = morning(Engine.H2)) {
            JobFile forgetful = with(
                    morning.file(),
                    morning.file().plan(),
                    new KeepSettings(Duration.ofDays(15), Duration.ofDays(20), Duration.ofDays(1000)));

            Purged purged = Purge.run(forgetful, in(Duration.ofDays(21)));

            assertThat(files(morning.reports())).containsExactly("status.json");
            assertThat(purged.store().mirror()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void waitsForNoRun(Engine engine) throws IOException {
        try (Morning morning = morning(engine)) {
            morning.inStore(store -> {
                assertThatThrownBy(() -> Purge.run(morning.file(), in(Duration.ofDays(400))))
                        .isInstanceOf(StoreException.Locked.class);
                return 0;
            });
            assertThat(morning.snapshots()).exists();
        }
    }

    /** One row by a restore that was killed after it, in 400 days. */
    private static LedgerRow takeBack(Morning morning, RowState state) {
        LedgerRow row = morning.rows().get(0);
        PersonId anew = new PersonId("4711");
        morning.inStore(store -> {
            new Runs(store)
                    .begin(
                            "the restore",
                            "restore",
                            "work",
                            in(Duration.ofDays(400)).instant());
            new Restored(store)
                    .settle(
                            morning.applied().runId(),
                            new Restored.Line(row.rowKey(), anew, state, "", false, "the restore"),
                            Instant.now());
            return 0;
        });
        return row;
    }

    private Morning morning(Engine engine) throws IOException {
        return new Morning(engine, folder, MultiValues.KEPT);
    }

    private static InstantSource in(Duration time) {
        return InstantSource.fixed(Instant.now().plus(time));
    }

    private static Path applied(Morning morning) {
        return morning.reports().resolve(morning.applied().runId());
    }

    private static String emailOfOneInAGroup(Morning morning) {
        return morning.inStore(store -> {
            LedgerRow row = new Ledger(store)
                    .applied().stream()
                            .filter(one -> !group(store, one).emails().isEmpty())
                            .findFirst()
                            .orElseThrow();
            return group(store, row).emails().get(0).value();
        });
    }

    private static Person group(Store store, LedgerRow row) {
        return new Ledger(store).groups().require(row.planId(), row.groupId()).member(row.absorbed());
    }

    private String bytesOfTheStore(Morning morning) throws IOException {
        Path file = Path.of(morning.file().store().url().replace("jdbc:h2:file:", "") + ".mv.db");
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static JobFile with(JobFile file, PlanSettings plan, KeepSettings keep) {
        return new JobFile(
                file.name(),
                file.path(),
                file.digest(),
                file.crm(),
                file.sweepEvery(),
                file.match(),
                plan,
                file.apply(),
                file.store(),
                file.reports(),
                keep);
    }

    private static List<String> files(Path reports) throws IOException {
        try (Stream<Path> files = Files.walk(reports)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !Files.isSymbolicLink(file))
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
