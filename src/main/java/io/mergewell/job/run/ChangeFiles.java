package io.mergewell.job.run;

import io.mergewell.apply.act.send.Snapshots;
import io.mergewell.apply.rewrite.Rewriting;
import io.mergewell.review.files.Artefact;
import io.mergewell.review.files.LatestRun;
import io.mergewell.review.receipt.ApplyFiles;
import io.mergewell.review.receipt.CrosswalkRow;
import io.mergewell.review.receipt.ReceiptRow;
import io.mergewell.review.summary.Summary;
import io.mergewell.review.summary.SummaryFile;
import io.mergewell.store.ledger.Crosswalk;
import io.mergewell.store.memory.RunStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a run that changes the CRM leaves behind: receipts, crosswalk, snapshots, and the summary last. */
public final class ChangeFiles {

    private final RunContext run;

    public ChangeFiles(RunContext run) {
        this.run = run;
    }

    /**
     * Writes them; of a run that had nothing to do, the summary alone.
     *
     * @param others writes what else there is, once the receipts are written: they must not be missing
     * @param nextStep the next command to type
     * @throws io.mergewell.review.files.ReviewException if one cannot be written
     */
    public Summary write(
            RunStatus status,
            int exitCode,
            Summary.Counts counts,
            List<ReceiptRow> receipts,
            Supplier<List<Artefact>> others,
            String nextStep) {
        List<Artefact> artefacts = new ArrayList<>();
        if (!receipts.isEmpty()) {
            artefacts.addAll(receipts(run.folder(), receipts));
        }
        artefacts.addAll(others.get());
        Stream.of(Snapshots.FILE, Rewriting.FILE)
                .map(run.folder()::resolve)
                .filter(Files::exists)
                .map(Artefact::of)
                .forEach(artefacts::add);
        Summary summary = run.summed(status, exitCode, counts, artefacts, nextStep);
        SummaryFile.write(run.folder(), summary);
        if (!receipts.isEmpty() || Files.exists(run.folder().resolve(Rewriting.FILE))) {
            LatestRun.pointTo(run.folder());
        }
        return summary;
    }

    /**
     * Writes receipts and crosswalk alone.
     *
     * @param folder of the run that they are of
     * @throws io.mergewell.review.files.ReviewException if one cannot be written
     */
    public List<Artefact> receipts(Path folder, List<ReceiptRow> receipts) {
        return ApplyFiles.write(folder, receipts, crosswalk());
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
