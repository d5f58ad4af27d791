package io.mergewell.job.restore;

import io.mergewell.apply.restore.RestorePlan;
import io.mergewell.job.NextCommand;
import io.mergewell.job.run.ChangeFiles;
import io.mergewell.job.run.RunContext;
import io.mergewell.person.PersonId;
import io.mergewell.review.receipt.ReceiptRow;
import io.mergewell.review.summary.Summary;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.ledger.Restored;
import io.mergewell.store.ledger.RowState;
import io.mergewell.store.memory.RunStatus;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a restore did with each row, as files and as counts. */
final class RestoreReceipts {

    private final RunContext run;
    private final RestorePlan plan;
    private final SortedMap<String, Restored.Line> lines;
    private final List<LedgerRow> rows;

    RestoreReceipts(RunContext run, RestorePlan plan) {
        this.run = run;
        this.plan = plan;
        this.lines = new Restored(run.store()).of(plan.appliedBy());
        this.rows = plan.rows().stream().filter(this::isOfThisRun).toList();
    }

    /** What earlier runs have done is in their receipts. */
    private boolean isOfThisRun(LedgerRow row) {
        Restored.@Nullable Line line = lines.get(row.rowKey());
        return line == null || line.state() != RowState.APPLIED || line.runId().equals(run.runId());
    }

    /** Whether no row needs a person, or another run. */
    boolean isAllWell() {
        return count(line -> line.state() == RowState.APPLIED) == rows.size();
    }

    /** Writes the files, and the summary last. */
    Summary write(RunStatus status, int exitCode) {
        return new ChangeFiles(run)
                .write(
                        status,
                        exitCode,
                        counts(),
                        rows.stream().map(this::receipt).toList(),
                        List::of,
                        nextStep());
    }

    private Summary.Counts counts() {
        return Summary.Counts.applied(
                rows.size(),
                count(line -> line.state() == RowState.APPLIED),
                count(line -> line.state() == RowState.APPLIED && line.reconciled()),
                0,
                count(line -> line.state() != RowState.APPLIED));
    }

    private long count(Predicate<Restored.Line> condition) {
        return rows.stream()
                .map(row -> lines.get(row.rowKey()))
                .filter(line -> line != null && condition.test(line))
                .count();
    }

    private String nextStep() {
        return isAllWell()
                ? NextCommand.of("dry-run", run.file().path())
                : NextCommand.of(RestoreRun.NAME, run.file().path(), plan.appliedBy(), "--yes");
    }

    private ReceiptRow receipt(LedgerRow row) {
        Restored.@Nullable Line line = lines.get(row.rowKey());
        @Nullable PersonId survivor = row.survivor();
        return new ReceiptRow(
                row.rowKey(),
                "RESTORE",
                line == null ? RowState.APPROVED.name() : line.state().name(),
                survivor == null ? "" : survivor.value(),
                row.absorbed().value(),
                line == null ? "" : line.reason(),
                line == null ? "" : line.reconciled() ? "reading" : "answer",
                row.reviewer(),
                row.note(),
                row.groupId(),
                row.planId(),
                line == null ? "" : line.runId());
    }
}
