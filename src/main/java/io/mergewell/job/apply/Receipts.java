package io.mergewell.job.apply;

import io.mergewell.apply.act.Snapshots;
import io.mergewell.job.NextCommand;
import io.mergewell.person.PersonId;
import io.mergewell.review.ApplyFiles;
import io.mergewell.review.Artefact;
import io.mergewell.review.Counted;
import io.mergewell.review.CrosswalkRow;
import io.mergewell.review.LatestRun;
import io.mergewell.review.ReceiptRow;
import io.mergewell.review.Summary;
import io.mergewell.review.SummaryFile;
import io.mergewell.store.ledger.Crosswalk;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.ledger.RowState;
import io.mergewell.store.memory.Run;
import io.mergewell.store.memory.RunStatus;
import io.mergewell.store.memory.Runs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a run did to each row, as files and as counts. */
final class Receipts {

    private final ApplyContext run;
    private final List<LedgerRow> rows;

    private Receipts(ApplyContext run, List<LedgerRow> rows) {
        this.run = run;
        this.rows = rows;
    }

    static Receipts of(ApplyContext run) {
        return new Receipts(run, new Ledger(run.store()).settledByOrOpen(run.runId()));
    }

    /** Whether no row needs a person. */
    boolean isAllWell() {
        return count(RowState.CONFLICT) + failed() + shortfalls() == 0;
    }

    /** Writes the files, and the summary last. */
    Summary write(RunStatus status, int exitCode) {
        List<Artefact> artefacts = new ArrayList<>(ApplyFiles.write(run.folder(), receipts(), crosswalk()));
        Path snapshots = run.folder().resolve(Snapshots.FILE);
        if (Files.exists(snapshots)) {
            artefacts.add(Artefact.of(snapshots));
        }
        Run ended = new Runs(run.store()).find(run.runId()).orElseThrow();
        Summary summary = new Summary(
                run.file().name(),
                run.runId(),
                ApplyJob.NAME,
                status.name(),
                exitCode,
                ended.startedAt(),
                run.clock().instant(),
                counts(),
                new Summary.Api(
                        ended.counts().calls(),
                        ended.counts().tokens(),
                        ended.counts().retries()),
                null,
                artefacts,
                nextStep(),
                notes(),
                List.of(),
                null,
                ended.resumes());
        SummaryFile.write(run.folder(), summary);
        if (!rows.isEmpty()) {
            LatestRun.pointTo(run.folder());
        }
        return summary;
    }

    private Summary.Counts counts() {
        return Summary.Counts.applied(
                rows.size() - count(RowState.WITHDRAWN),
                count(RowState.APPLIED),
                count(row -> row.state() == RowState.APPLIED && row.reconciled()),
                count(RowState.CONFLICT),
                failed());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(run.notes());
        long shortfalls = shortfalls();
        if (shortfalls > 0) {
            notes.add(Counted.of(shortfalls, "applied row is", "applied rows are")
                    + " not as promised: see receipts.csv.");
        }
        long withdrawn = count(RowState.WITHDRAWN);
        if (withdrawn > 0) {
            notes.add(Counted.of(withdrawn, "approval was", "approvals were")
                    + " taken back by a later decision: nothing was sent for " + (withdrawn == 1 ? "it." : "them."));
        }
        return notes;
    }

    private String nextStep() {
        boolean waits = count(row -> !row.state().isSettled()) > 0;
        boolean limited = !run.acting().limits().isEmpty();
        return NextCommand.of(
                limited ? "status" : waits ? ApplyJob.NAME : "dry-run",
                run.file().path());
    }

    private long count(Predicate<LedgerRow> condition) {
        return rows.stream().filter(condition).count();
    }

    private long count(RowState state) {
        return count(row -> row.state() == state);
    }

    /** Refused, or in doubt. */
    private long failed() {
        return count(RowState.REJECTED) + count(RowState.UNKNOWN);
    }

    /** Done, and the survivor lacks something. */
    private long shortfalls() {
        return count(row -> row.state() == RowState.APPLIED && !row.reason().isEmpty());
    }

    private List<ReceiptRow> receipts() {
        return rows.stream().map(Receipts::receipt).toList();
    }

    private static ReceiptRow receipt(LedgerRow row) {
        @Nullable PersonId survivor = row.survivor();
        return new ReceiptRow(
                row.rowKey(),
                row.kind().name(),
                row.state().name(),
                survivor == null ? "" : survivor.value(),
                row.absorbed().value(),
                row.reason(),
                foundBy(row),
                row.reviewer(),
                row.note(),
                row.groupId(),
                row.planId(),
                Objects.requireNonNullElse(row.settledBy(), ""));
    }

    private static String foundBy(LedgerRow row) {
        return switch (row.state()) {
            case APPLIED, REJECTED, UNKNOWN -> row.reconciled() ? "reading" : "answer";
            case APPROVED, CONFLICT, WITHDRAWN -> "";
        };
    }

    private List<CrosswalkRow> crosswalk() {
        return new Crosswalk(run.store())
                .all().stream()
                        .map(crossing -> new CrosswalkRow(
                                crossing.gone().value(),
                                crossing.survivor().value(),
                                crossing.mergedAt(),
                                crossing.runId()))
                        .toList();
    }
}
