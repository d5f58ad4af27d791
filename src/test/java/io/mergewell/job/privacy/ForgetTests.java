package io.mergewell.job.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.job.JobException;
import io.mergewell.job.JobFiles;
import io.mergewell.job.StopSignal;
import io.mergewell.job.apply.ApplyRun;
import io.mergewell.job.restore.Morning;
import io.mergewell.person.ContactValue;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.PersonId;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.review.summary.Summary;
import io.mergewell.sandbox.state.MultiValues;
import io.mergewell.store.Engine;
import io.mergewell.store.ledger.Crosswalk;
import io.mergewell.store.ledger.EffectKind;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.ledger.RowState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody asks to be erased after an apply run that merged her record into another. */
class ForgetTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void erasesSnapshotsAndLeavesTheLedgerAsItIs(Engine engine) throws IOException {
        try (Morning morning = morning(engine)) {
            LedgerRow row = merge(morning);
            List<String> emails = emails(morning, row);
            List<LedgerRow> rows = morning.rows();
            assertThat(Files.readString(morning.snapshots())).contains(emails);

            Forgot forgot = forget(morning, family(row));

            assertThat(forgot.files()).contains(morning.snapshots());
            assertThat(forgot.merged()).containsEntry(row.absorbed(), row.survivor());
            assertThat(reports(morning)).doesNotContain(emails.toArray(String[]::new));
            assertThat(Files.readAllLines(morning.snapshots()))
                    .anyMatch(line -> line.contains("\"personId\":\"" + row.absorbed() + "\"")
                            && line.endsWith("\"erased\":true}"));
            assertThat(morning.rows()).isEqualTo(rows);
            assertThat(morning.<PersonId>inStore(store -> new Crosswalk(store).present(row.absorbed())))
                    .isEqualTo(row.survivor());
            assertThat(forget(morning, family(row)).isEmpty()).isTrue();
        }
    }

    @Test
    void bringsBackAllOthers() throws IOException {
        try (Morning morning = morning(Engine.H2)) {
            LedgerRow row = merge(morning);
            forget(morning, family(row));

            Summary restored = morning.restore(morning.applied().runId(), Clock.systemUTC());

            assertThat(restored.exitCode()).isZero();
            assertThat(restored.counts().applied())
                    .isEqualTo(morning.rows().stream()
                            .filter(other -> !other.absorbed().equals(row.absorbed())
                                    && !Objects.equals(other.survivor(), row.survivor()))
                            .count());
            assertThat(Files.readString(
                            morning.reports().resolve(restored.runId()).resolve("receipts.csv")))
                    .doesNotContain(row.rowKey());
        }
    }

    @Test
    void doesNothingThatWaitsForHerGroupAndNothingTwice() throws IOException {
        try (Morning morning = morning(Engine.H2)) {
            LedgerRow row = merge(morning);
            reopen(morning, row, "DELETE FROM mergewell_effect WHERE row_key = ?");

            Forgot forgot = forget(morning, new TreeSet<>(List.of(row.absorbed())));

            assertThat(forgot.waiting()).isEqualTo(1);
            LedgerRow after = morning.inStore(
                    store -> new Ledger(store).find(row.rowKey()).orElseThrow());
            assertThat(after.state()).isEqualTo(RowState.CONFLICT);
            assertThat(after.reason()).isEqualTo("Somebody of its group was erased on request.");
            int merges = morning.crm().snapshot().hashCode();
            Summary again = ApplyRun.run(morning.file(), null, JobFiles.silent(), new StopSignal());
            assertThat(again.exitCode()).isZero();
            assertThat(morning.crm().snapshot().hashCode()).isEqualTo(merges);
        }
    }

    @Test
    void holdsAgainWhatIsApprovedAnewOfWhomTheCrmStillHolds() throws IOException {
        try (Morning morning = morning(Engine.H2)) {
            LedgerRow row = merge(morning);
            PlannedGroup reported = group(morning, row);
            reopen(morning, row, "DELETE FROM mergewell_effect WHERE row_key = ?");
            forget(morning, new TreeSet<>(List.of(row.absorbed())));
            assertThat(group(morning, row)).isNotEqualTo(reported);

            morning.inStore(store -> {
                store.write(() -> new Ledger(store).approve(reported, List.of(row), true, Instant.now()));
                return 0;
            });

            assertThat(group(morning, row)).isEqualTo(reported);
        }
    }

    @Test
    void waitsUntilItIsKnownWhatBecameOfAnOpenRow() throws IOException {
        try (Morning morning = morning(Engine.H2)) {
            LedgerRow row = merge(morning);
            reopen(morning, row, "UPDATE mergewell_effect SET state = 'UNKNOWN' WHERE row_key = ?");
            String before = reports(morning);

            assertThatThrownBy(() -> forget(morning, family(row)))
                    .isInstanceOf(JobException.TooEarly.class)
                    .hasMessage(
                            "What became of the row " + row.rowKey() + " is not known yet, and finding out takes what"
                                    + " is kept of its persons. Nothing was erased; apply first, then forget.");

            assertThat(reports(morning)).isEqualTo(before);
        }
    }

    @Test
    void waitsUntilItIsKnownWhetherSheWasMadeAnew() throws IOException {
        try (Morning morning = morning(Engine.H2)) {
            LedgerRow row = merge(morning);
            morning.inStore(store -> new Effects(store)
                    .intend(
                            row.rowKey(),
                            EffectKind.CREATE,
                            row.absorbed(),
                            new TreeSet<>(),
                            LinkedRecords.UNKNOWN,
                            "20261122-120000-0000",
                            "2026-11-22",
                            Instant.now()));
            String before = reports(morning);

            assertThatThrownBy(() -> forget(morning, new TreeSet<>(List.of(row.absorbed()))))
                    .isInstanceOfSatisfying(JobException.TooEarly.class, early -> assertThat(early.next())
                            .contains(" restore ", morning.applied().runId()))
                    .hasMessageStartingWith(
                            "Whether person " + row.absorbed() + " was made anew by restore is not known yet,");

            assertThat(reports(morning)).isEqualTo(before);
        }
    }

    @Test
    void leavesWhatTheSurvivorHoldsToTheSurvivor() throws IOException {
        try (Morning morning = morning(Engine.H2)) {
            LedgerRow row = merge(morning);

            Forgot forgot = forget(morning, new TreeSet<>(List.of(row.absorbed())));

            assertThat(forgot.others()).contains(Objects.requireNonNull(row.survivor()));
            assertThat(Files.readAllLines(morning.snapshots()))
                    .anyMatch(line ->
                            line.contains("\"personId\":\"" + row.survivor() + "\"") && line.contains("\"record\""));
        }
    }

    private Morning morning(Engine engine) throws IOException {
        return new Morning(engine, folder, MultiValues.KEPT);
    }

    private static Forgot forget(Morning morning, SortedSet<PersonId> persons) {
        return Forget.run(morning.file(), persons, Clock.systemUTC());
    }

    /** A merge of somebody whose e-mails nobody else has. */
    private static LedgerRow merge(Morning morning) throws IOException {
        for (LedgerRow row : morning.rows()) {
            if (row.survivor() != null && !emails(morning, row).isEmpty()) {
                return row;
            }
        }
        throw new AssertionError("Nobody was merged.");
    }

    private static SortedSet<PersonId> family(LedgerRow row) {
        return new TreeSet<>(List.of(row.absorbed(), Objects.requireNonNull(row.survivor())));
    }

    private static PlannedGroup group(Morning morning, LedgerRow row) {
        return morning.inStore(store -> new Ledger(store).groups().require(row.planId(), row.groupId()));
    }

    /** E-mails of the two that no other snapshot has. */
    private static List<String> emails(Morning morning, LedgerRow row) throws IOException {
        List<String> emails = new ArrayList<>(group(morning, row).members().stream()
                .filter(member -> family(row).contains(member.id()))
                .flatMap(member -> member.emails().stream())
                .map(ContactValue::value)
                .distinct()
                .toList());
        List<String> others = Files.readAllLines(morning.snapshots()).stream()
                .filter(line -> family(row).stream().noneMatch(id -> line.contains("\"personId\":\"" + id + "\"")))
                .toList();
        emails.removeIf(email -> others.stream().anyMatch(line -> line.contains(email)));
        return emails;
    }

    private static void reopen(Morning morning, LedgerRow row, String effects) {
        morning.inStore(store -> {
            store.write(() -> {
                store.jdbc().update(effects, row.rowKey());
                store.jdbc()
                        .update(
                                "UPDATE mergewell_ledger_row SET state = 'APPROVED', settled_at = NULL,"
                                        + " settled_by = NULL WHERE row_key = ?",
                                row.rowKey());
            });
            return 0;
        });
    }

    private static String reports(Morning morning) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(morning.reports())) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
