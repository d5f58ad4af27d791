package io.mergewell.review.decided;

import io.mergewell.plan.PairDecision;
import io.mergewell.review.files.Artefact;
import io.mergewell.review.files.AtomicFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Remembered decisions as a text that lives well under version control: CSV in UTF-8 without a mark, a line each, in the
 * order of their ids, so that a changed decision is a changed line. Of persons it holds ids alone.
 */
public final class DecisionsFile {

    static final List<String> COLUMNS = List.of(
            "survivor_id",
            "duplicate_id",
            "decision",
            "reviewer",
            "note",
            "decided_at",
            "plan_id",
            "row_key",
            "evidence");

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private DecisionsFile() {}

    /**
     * Writes or replaces a file.
     *
     * @param decisions ascending by ids
     * @throws io.mergewell.review.files.ReviewException if it cannot be written; then the file is as it was
     */
    public static Artefact write(Path file, List<PairDecision> decisions) {
        return AtomicFile.write(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            write(new CSVPrinter(writer, FORMAT), decisions);
            writer.flush();
        });
    }

    /**
     * Reads such a file, whichever program saved it since. The columns from {@code reviewer} on may be missing or empty:
     * a line that somebody adds by hand needs no more than two ids and a decision.
     *
     * @throws RefusedReviewException if anything in it is not as it must be, with every line
     */
    public static List<PairDecision> read(Path file, Instant now) {
        return new DecisionLines(now).read(SavedFile.read(file));
    }

    /**
     * Whether a file is rather a review, with rows of a plan instead of pairs of ids; false if it cannot be read.
     *
     * @throws RefusedReviewException if there is no such file, or it is no text
     */
    public static boolean isReview(Path file) {
        return DecisionLines.header(SavedFile.read(file))
                .filter(DecisionsFile::isReview)
                .isPresent();
    }

    private static boolean isReview(List<String> header) {
        return header.contains("row_key") && !header.contains("decided_at");
    }

    private static void write(CSVPrinter csv, List<PairDecision> decisions) throws IOException {
        csv.printRecord(COLUMNS);
        for (PairDecision decision : decisions) {
            csv.printRecord(
                    decision.survivor() == null ? "" : decision.survivor().value(),
                    decision.duplicate().value(),
                    decision.decision(),
                    Cells.guarded(decision.reviewer()),
                    Cells.guarded(decision.note()),
                    decision.decidedAt(),
                    decision.planId(),
                    decision.rowKey(),
                    decision.evidence());
        }
    }
}
