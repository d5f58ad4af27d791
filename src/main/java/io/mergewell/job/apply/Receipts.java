package io.mergewell.job.apply;

import io.mergewell.apply.approved.RowEnd;
import io.mergewell.apply.rewrite.Rewriting;
import io.mergewell.job.NextCommand;
import io.mergewell.job.run.ChangeFiles;
import io.mergewell.job.run.RunContext;
import io.mergewell.person.PersonId;
import io.mergewell.review.files.Artefact;
import io.mergewell.review.receipt.ReceiptRow;
import io.mergewell.review.summary.Summary;
import io.mergewell.review.words.Counted;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.ledger.RowState;
import io.mergewell.store.memory.RunStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a run did to each row, as files and as counts. */
final class Receipts {

    private final RunContext run;
    private final boolean limited;
    private final List<LedgerRow> rows;

    private Receipts(RunContext run, boolean limited, List<LedgerRow> rows) {
        this.run = run;
        this.limited = limited;
        this.rows = rows;
    }

    static Receipts of(Applying applying) {
        RunContext run = applying.run();
        return new Receipts(
                run, !applying.rounds().limits().isEmpty(), new Ledger(run.store()).settledByOrOpen(run.runId()));
    }

    /** Whether no row needs a person. */
    boolean isAllWell() {
        return count(RowState.CONFLICT) + failed() + shortfalls() == 0;
    }

    /** Writes the files, and the summary last. */
    Summary write(RunStatus status, int exitCode) {
        note();
        return new ChangeFiles(run)
                .write(
                        status,
                        exitCode,
                        counts(),
                        rows.stream().map(Receipts::receipt).toList(),
                        () -> page(status),
                        nextStep());
    }

    /** Who stops a run waits for it to end; the run that goes on writes the page. */
    private List<Artefact> page(RunStatus status) {
        return status == RunStatus.STOPPED
                ? List.of()
                : new OutcomePage(run).write(rows).stream().toList();
    }

    private Summary.Counts counts() {
        return Summary.Counts.applied(
                rows.size() - count(RowState.WITHDRAWN),
                count(RowState.APPLIED),
                count(row -> row.state() == RowState.APPLIED && row.reconciled()),
                count(RowState.CONFLICT),
                failed());
    }

    private void note() {
        Path copy = run.folder().resolve(Rewriting.FILE);
        if (Files.exists(copy)) {
            run.note("The list without the duplicates is " + copy + ". The input was not changed: to go on with the"
                    + " cleaned list, put it in its place, or name it in crm.file.");
        }
        long shortfalls = shortfalls();
        if (shortfalls > 0) {
            run.note(Counted.of(shortfalls, "applied row is", "applied rows are")
                    + " not as promised: see receipts.csv.");
        }
        long withdrawn = count(RowState.WITHDRAWN);
        if (withdrawn > 0) {
            run.note(Counted.of(withdrawn, "approval was", "approvals were") + " taken back by a later decision: "
                    + (anyWithdrawnLate()
                            ? "some in the midst of a merge in steps, see receipts.csv."
                            : "nothing was sent for " + (withdrawn == 1 ? "it." : "them.")));
        }
    }

    /** After something was sent for it. */
    private boolean anyWithdrawnLate() {
        return rows.stream()
                .anyMatch(row ->
                        row.state() == RowState.WITHDRAWN && !row.reason().equals(RowEnd.WITHDRAWN.reason()));
    }

    private String nextStep() {
        boolean waits = count(row -> !row.state().isSettled()) > 0;
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

    static ReceiptRow receipt(LedgerRow row) {
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
}
