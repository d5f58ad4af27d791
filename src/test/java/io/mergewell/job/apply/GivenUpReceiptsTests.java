package io.mergewell.job.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.review.receipt.ApplyFiles;
import io.mergewell.review.summary.Summary;
import io.mergewell.store.Engine;
import io.mergewell.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenUpReceiptsTests {

    @TempDir
    private Path folder;

    @Test
    void areWrittenByTheRunAfter() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            Summary killed = rehearsal.run();
            Path receipts = receipts(killed);
            String written = Files.readString(receipts);
            killedBeforeItsReceipts(rehearsal, killed.runId(), receipts);

            rehearsal.passes(Duration.ofDays(2));
            Summary next = rehearsal.run();

            assertThat(next.runId()).isNotEqualTo(killed.runId());
            assertThat(receipts).hasContent(written);
            assertThat(next.notes())
                    .anyMatch(
                            note -> note.startsWith("What the run " + killed.runId()) && note.endsWith(receipts + "."));
        }
    }

    @Test
    void areNotWrittenAgainOnceTheyWerePurged() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            Summary killed = rehearsal.run();
            Path receipts = receipts(killed);
            killedBeforeItsReceipts(rehearsal, killed.runId(), receipts);
            Files.delete(receipts.resolveSibling("snapshots.jsonl"));

            rehearsal.passes(Duration.ofDays(2));
            rehearsal.run();

            assertThat(receipts).doesNotExist();
        }
    }

    private static Path receipts(Summary summary) {
        return summary.artefacts().stream()
                .map(artefact -> artefact.path())
                .filter(path -> path.endsWith(ApplyFiles.RECEIPTS))
                .findFirst()
                .orElseThrow();
    }

    /** As a kill after the last row leaves it. */
    private static void killedBeforeItsReceipts(Rehearsal rehearsal, String run, Path receipts) throws Exception {
        Files.delete(receipts);
        try (Store store = Store.open(rehearsal.store(), "acme")) {
            store.write(() -> store.jdbc()
                    .update(
                            "UPDATE mergewell_run SET status = 'RUNNING', ended_at = NULL, exit_code = NULL,"
                                    + " summary = NULL WHERE job_id = ? AND id = ?",
                            store.job(),
                            run));
        }
    }
}
