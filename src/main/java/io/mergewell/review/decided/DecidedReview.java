package io.mergewell.review.decided;

import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A review as people saved it. Only what they decide counts; whatever else the file says is not even kept.
 *
 * @param sha256 of the file's bytes, as 64 hexadecimal digits
 * @param planId of all rows; null if the file has none
 * @param rows in the order of the file, each row key once; those without a decision too
 */
public record DecidedReview(
        Path file, String sha256, @Nullable String planId, List<DecidedRow> rows) {

    public DecidedReview {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a review once, into memory: what becomes of the file afterwards makes no difference.
     *
     * <p>Columns and rows may be in any order, rows may be missing, and the file may be written as spreadsheets write
     * it: any usual encoding, delimiter, quoting and line ends.
     *
     * @param links {@link LinkOption#NOFOLLOW_LINKS} to refuse a symbolic link
     * @throws RefusedReviewException if anything in it is not as it must be
     */
    public static DecidedReview read(Path file, LinkOption... links) {
        return ReviewTable.read(SavedFile.read(file, links));
    }

    /** Whether any row has a decision. */
    public boolean isDecided() {
        return rows.stream().anyMatch(DecidedRow::isDecided);
    }
}
