package io.mergewell.job.apply;

import io.mergewell.apply.act.send.Snapshots;
import io.mergewell.apply.rewrite.Rewriting;
import io.mergewell.job.run.ChangeFiles;
import io.mergewell.job.run.RunContext;
import io.mergewell.review.receipt.ApplyFiles;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.memory.Run;
import io.mergewell.store.memory.RunStatus;
import io.mergewell.store.memory.Runs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The receipts of runs that were killed and then given up: nobody was left to write them, but the ledger knows what they
 * did.
 */
final class GivenUpReceipts {

    /** Runs among which they are looked for. */
    private static final int LOOKED_THROUGH = 100;

    private final RunContext run;
    private final Ledger ledger;

    /** @param run the one that writes them, beside its own */
    GivenUpReceipts(RunContext run) {
        this.run = run;
        this.ledger = new Ledger(run.store());
    }

    /**
     * Writes those that are missing, each into the folder of its run, and says so in the summary.
     *
     * @throws io.mergewell.review.files.ReviewException if one cannot be written
     */
    void write() {
        new Runs(run.store())
                .newest(LOOKED_THROUGH).stream()
                        .filter(other -> other.command().equals(ApplyJob.NAME)
                                && other.status() == RunStatus.ABANDONED
                                && isWithoutReceipts(folder(other)))
                        .forEach(this::write);
    }

    /** What did something left more than its receipts; what was purged since has nothing left. */
    private static boolean isWithoutReceipts(Path folder) {
        return Stream.of(Snapshots.FILE, Rewriting.FILE).map(folder::resolve).anyMatch(Files::exists)
                && Files.notExists(folder.resolve(ApplyFiles.RECEIPTS));
    }

    private void write(Run givenUp) {
        List<LedgerRow> rows = ledger.settledByOrOpen(givenUp.id()).stream()
                .filter(row -> givenUp.id().equals(row.settledBy()))
                .toList();
        if (!rows.isEmpty()) {
            Path folder = folder(givenUp);
            new ChangeFiles(run)
                    .receipts(folder, rows.stream().map(Receipts::receipt).toList());
            run.note("What the run " + givenUp.id() + " had done before it was given up is in "
                    + folder.resolve(ApplyFiles.RECEIPTS) + ".");
        }
    }

    private Path folder(Run other) {
        return run.file().reports().resolve(other.id());
    }
}
