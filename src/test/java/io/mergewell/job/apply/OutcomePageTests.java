package io.mergewell.job.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mergewell.review.page.ReviewPage;
import io.mergewell.review.receipt.ApplyFiles;
import io.mergewell.review.summary.Summary;
import io.mergewell.store.Engine;
import io.mergewell.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomePageTests {

    @TempDir
    private Path folder;

    @Test
    void isWrittenWithoutThresholdsThatCannotBeReadAnyMore() throws IOException {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            change(rehearsal, "UPDATE mergewell_match SET found = '{\"of\":\"another version\"}'");

            Summary summary = rehearsal.run();

            assertThat(summary.status()).isEqualTo("COMPLETED");
            assertThat(summary.artefacts())
                    .extracting(artefact -> artefact.path().getFileName().toString())
                    .contains(ReviewPage.NAME);
        }
    }

    /** What was done is told whatever becomes of the page. */
    @Test
    void comesAfterTheReceipts() throws IOException {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            change(rehearsal, "DROP TABLE mergewell_term");

            assertThat(catchThrowable(rehearsal::run)).isNotNull();

            try (Stream<Path> files = Files.walk(rehearsal.folder().resolve("reports"))) {
                assertThat(files)
                        .anyMatch(file -> file.endsWith(ApplyFiles.RECEIPTS))
                        .noneMatch(file -> file.endsWith(ReviewPage.NAME));
            }
        }
    }

    private static void change(Rehearsal rehearsal, String statement) {
        try (Store store = Store.open(rehearsal.store(), "acme")) {
            store.jdbc().execute(statement);
        }
    }
}
