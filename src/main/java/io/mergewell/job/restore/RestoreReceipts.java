package io.mergewell.job.restore;

import io.mergewell.apply.act.Snapshots;
import io.mergewell.apply.restore.RestorePlan;
import io.mergewell.job.JobFile;
import io.mergewell.job.NextCommand;
import io.mergewell.person.PersonId;
import io.mergewell.review.ApplyFiles;
import io.mergewell.review.Artefact;
import io.mergewell.review.CrosswalkRow;
import io.mergewell.review.LatestRun;
import io.mergewell.review.ReceiptRow;
import io.mergewell.review.Summary;
import io.mergewell.review.SummaryFile;
import io.mergewell.store.Store;
import io.mergewell.store.ledger.Crosswalk;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.ledger.Restored;
import io.mergewell.store.ledger.RowState;
import io.mergewell.store.memory.Run;
import io.mergewell.store.memory.RunStatus;
import io.mergewell.store.memory.Runs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a restore did with each row, as files and as counts. */
final class RestoreReceipts {

    private final JobFile file;
    private final Store store;
    private final RestorePlan plan;
    private final String runId;
    private final Clock clock;
    private final List<String> notes;
    private final SortedMap<String, Restored.Line> lines;
    private final List<LedgerRow> rows;

    RestoreReceipts(JobFile file, Store store, RestorePlan plan, String runId, Clock clock, List<String> notes) {
        this.file = file;
        this.store = store;
        this.plan = plan;
        this.runId = runId;
        this.clock = clock;
        this.notes = List.copyOf(notes);
        this.lines = new Restored(store).of(plan.appliedBy());
        this.rows = plan.rows().stream().filter(this::isOfThisRun).toList();
    }

    /** What earlier runs have done is in their receipts. */
    private boolean isOfThisRun(LedgerRow row) {
        Restored.@Nullable Line line = lines.get(row.rowKey());
        return line == null || line.state() != RowState.APPLIED || line.runId().equals(runId);
    }

    /** Whether no row needs a person, or another run. */
    boolean isAllWell() {
        return count(line -> line.state() == RowState.APPLIED) == rows.size();
    }

    /** Writes the files, and the summary last. */
    Summary write(RunStatus status, int exitCode) {
        Path folder = file.reports().resolve(runId);
        List<Artefact> artefacts = new ArrayList<>(
                ApplyFiles.write(folder, rows.stream().map(this::receipt).toList(), crosswalk()));
        Path snapshots = folder.resolve(Snapshots.FILE);
        if (Files.exists(snapshots)) {
            artefacts.add(Artefact.of(snapshots));
        }
        Run run = new Runs(store).find(runId).orElseThrow();
        Summary summary = new Summary(
                file.name(),
                runId,
                RestoreRun.NAME,
                status.name(),
                exitCode,
                run.startedAt(),
                clock.instant(),
                counts(),
                new Summary.Api(
                        run.counts().calls(),
                        run.counts().tokens(),
                        run.counts().retries()),
                null,
                artefacts,
                nextStep(),
                notes,
                List.of(),
                null,
                run.resumes());
        SummaryFile.write(folder, summary);
        LatestRun.pointTo(folder);
        return summary;
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
                ? NextCommand.of("dry-run", file.path())
                : NextCommand.of(RestoreRun.NAME, file.path(), plan.appliedBy(), "--yes");
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

    private List<CrosswalkRow> crosswalk() {
        return new Crosswalk(store)
                .all().stream()
                        .map(crossing -> new CrosswalkRow(
                                crossing.gone().value(),
                                crossing.survivor().value(),
                                crossing.mergedAt(),
                                crossing.runId()))
                        .toList();
    }
}
