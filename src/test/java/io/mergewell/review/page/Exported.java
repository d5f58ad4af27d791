package io.mergewell.review.page;

import io.mergewell.review.decided.DecidedReview;
import io.mergewell.review.decided.DecidedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A review.csv that a page let the browser save.
 *
 * @param text all of it
 * @param original the review.csv beside the page
 * @param rows as apply reads them
 */
record Exported(String text, String original, List<DecidedRow> rows) {

    static Exported of(Visit visit, Path folder) throws IOException {
        Path file = visit.export(folder.resolve("exported.csv"));
        return new Exported(
                Files.readString(file),
                Files.readString(folder.resolve("review.csv")),
                DecidedReview.read(file).rows());
    }

    /** What apply reads in a column, row by row. */
    List<String> column(String name) {
        return rows.stream()
                .map(row -> switch (name) {
                    case "decision" ->
                        row.decision() == null ? "" : row.decision().name();
                    case "override_survivor_id" -> row.overrideSurvivor();
                    case "note" -> row.note();
                    case "reviewer" -> row.reviewer();
                    default -> throw new IllegalArgumentException(name);
                })
                .toList();
    }
}
