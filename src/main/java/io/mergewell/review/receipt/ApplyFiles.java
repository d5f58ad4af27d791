package io.mergewell.review.receipt;

import io.mergewell.review.files.Artefact;
import io.mergewell.review.files.ReviewException;
import io.mergewell.review.table.Column;
import io.mergewell.review.table.CsvTable;
import java.nio.file.Path;
import java.util.List;

/** Writes what an apply run did, for people and for the systems downstream. */
public final class ApplyFiles {

    /** One line per row that this run settled, and per row that waits. */
    public static final String RECEIPTS = "receipts.csv";

    /** One line per record that was ever merged away or deleted by this job. */
    public static final String CROSSWALK = "crosswalk.csv";

    private static final List<Column<ReceiptRow>> RECEIPT_COLUMNS = List.of(
            Column.text("row_key", ReceiptRow::rowKey),
            Column.text("action", ReceiptRow::action),
            Column.text("outcome", ReceiptRow::outcome),
            Column.id("survivor_id", ReceiptRow::survivor),
            Column.id("duplicate_id", ReceiptRow::duplicate),
            Column.text("reason", ReceiptRow::reason),
            Column.text("found_by", ReceiptRow::foundBy),
            Column.text("reviewer", ReceiptRow::reviewer),
            Column.text("note", ReceiptRow::note),
            Column.text("group_id", ReceiptRow::groupId),
            Column.text("plan_id", ReceiptRow::planId),
            Column.text("run_id", ReceiptRow::runId));

    private static final List<Column<CrosswalkRow>> CROSSWALK_COLUMNS = List.of(
            Column.id("old_id", CrosswalkRow::gone),
            Column.id("survivor_id", CrosswalkRow::survivor),
            Column.text("merged_at", row -> row.mergedAt().toString()),
            Column.text("run_id", CrosswalkRow::runId));

    private ApplyFiles() {}

    /**
     * Writes {@code receipts.csv} and {@code crosswalk.csv}.
     *
     * @param runFolder made if it does not exist
     * @return the files written
     * @throws ReviewException if one cannot be written; none is ever half-written
     */
    public static List<Artefact> write(Path runFolder, List<ReceiptRow> receipts, List<CrosswalkRow> crosswalk) {
        return List.of(
                new CsvTable<>(RECEIPT_COLUMNS).write(runFolder.resolve(RECEIPTS), receipts.stream()),
                new CsvTable<>(CROSSWALK_COLUMNS).write(runFolder.resolve(CROSSWALK), crosswalk.stream()));
    }
}
