package io.mergewell.review;

import io.mergewell.plan.PairDecision;
import io.mergewell.plan.Plan;
import io.mergewell.review.files.Artefact;
import io.mergewell.review.files.ReviewException;
import io.mergewell.review.table.CsvTable;
import java.nio.file.Path;
import java.util.List;

/** Writes what people read and decide in. */
public final class ReviewFiles {

    /** One row per proposal, for decisions. */
    public static final String REVIEW = "review.csv";

    /** One row per record, for looking. */
    public static final String GROUPS = "groups.csv";

    private ReviewFiles() {}

    /**
     * Writes {@code review.csv} and {@code groups.csv}. The same plan and decisions give the same bytes.
     *
     * @param runFolder made if it does not exist
     * @param earlier decisions: a row on hold comes as it was left
     * @return the files written
     * @throws ReviewException if one cannot be written; none is ever half-written
     */
    public static List<Artefact> write(Path runFolder, Plan plan, List<PairDecision> earlier) {
        CsvTable<ReviewRow> review = new CsvTable<>(ReviewColumns.ALL);
        CsvTable<GroupRow> groups = new CsvTable<>(GroupColumns.ALL);
        return List.of(
                review.write(runFolder.resolve(REVIEW), ReviewRow.of(plan, new HeldRows(earlier))),
                groups.write(runFolder.resolve(GROUPS), GroupRow.of(plan)));
    }
}
