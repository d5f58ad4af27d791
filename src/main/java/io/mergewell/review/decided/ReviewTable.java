package io.mergewell.review.decided;

import io.mergewell.csv.CsvRecords;
import io.mergewell.csv.CsvRow;
import io.mergewell.csv.ForeignFile;
import io.mergewell.csv.Layout;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a saved review. */
final class ReviewTable {

    private final SavedFile file;
    private final Layout layout;
    private final Columns columns;
    private final RowCheck check;
    private long linesInCells;

    private ReviewTable(SavedFile file, Layout layout, Columns columns) {
        this.file = file;
        this.layout = layout;
        this.columns = columns;
        this.check = new RowCheck(columns);
    }

    /** The review in a file, or a {@link RefusedReviewException} that says all that is wrong with it. */
    static DecidedReview read(SavedFile file) {
        try {
            @Nullable Layout layout = Layout.of(file.bytes(), Columns::found);
            if (layout == null) {
                throw file.refused("The file is empty.");
            }
            try (CsvRecords records = layout.records(file.bytes())) {
                return new ReviewTable(file, layout, columns(file, layout, records.next())).read(records);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Memory can always be read.", e);
        }
    }

    private static Columns columns(SavedFile file, Layout layout, @Nullable CsvRow header) throws IOException {
        if (header == null || header.fault() != null) {
            throw file.refused("The header line cannot be read.");
        }
        Columns columns = new Columns(header.cells());
        if (Columns.found(header.cells()) == 0) {
            if (file.path().toString().endsWith(".html")) {
                throw file.refused(
                        "This is the page. Open it in a browser, decide, and press Save review.csv there: what"
                                + " that saves is applied, and never the page itself.");
            }
            throw file.refused(
                    ForeignFile.looksLikeText(file.bytes(), layout.encoding())
                            ? "The first line names none of a review's columns: this is no review.csv, or its header"
                                    + " line is gone."
                            : "This is not a text file.");
        }
        if (!columns.problems().isEmpty()) {
            throw new RefusedReviewException(file.path(), columns.problems());
        }
        return columns;
    }

    private DecidedReview read(CsvRecords records) throws IOException {
        @Nullable CsvRow ahead = records.next();
        while (ahead != null) {
            CsvRow row = ahead;
            ahead = records.next();
            Place place = new Place(row.line(), row.line() - linesInCells - (layout.named() ? 1 : 0));
            linesInCells += lineBreaks(row.cells());
            if (ahead == null && isCut(row)) {
                check.problem(place, "the file ends in the middle of this row: it was cut off.");
            } else {
                check.take(place, row);
            }
        }
        DecidedReview review = new DecidedReview(file.path(), file.sha256(), check.planId(), check.rows());
        List<Problem> problems = check.problems();
        if (!problems.isEmpty()) {
            throw new RefusedReviewException(review, problems);
        }
        return review;
    }

    private boolean isCut(CsvRow last) {
        return last.cells().size() < columns.width()
                && !file.endsWithLineEnd(layout.encoding().charset());
    }

    /** How many lines the row takes beyond its first. */
    private static long lineBreaks(List<String> cells) {
        return cells.stream()
                .mapToLong(cell -> (cell + ".").lines().count() - 1)
                .sum();
    }
}
