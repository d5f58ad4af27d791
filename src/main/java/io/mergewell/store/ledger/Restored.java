package io.mergewell.store.ledger;

import io.mergewell.person.PersonId;
import io.mergewell.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How far applied rows were taken back. */
public final class Restored {

    private static final String INSERT = """
            INSERT INTO mergewell_restored (job_id, row_key, applied_by, new_id, state, reason, reconciled, restored_at,
                restored_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Store store;

    public Restored(Store store) {
        this.store = store;
    }

    /**
     * How one row was taken back, or why not.
     *
     * @param newId of the person who was made anew; null if nobody was
     * @param state APPLIED if nothing is left to do; REJECTED or UNKNOWN if a later run tries again
     * @param reason what a reader should know, as sentences; empty where nothing need be said
     * @param reconciled whether what became of it was found out by reading the CRM rather than from its answer
     * @param runId of the run that did it
     */
    public record Line(
            String rowKey, @Nullable PersonId newId, RowState state, String reason, boolean reconciled, String runId) {}

    /** What is known of the rows that a run applied, by their keys; none before a store of this version was opened. */
    public SortedMap<String, Line> of(String appliedBy) {
        SortedMap<String, Line> lines = new TreeMap<>();
        if (!store.isOutdated()) {
            store.jdbc()
                    .query(
                            "SELECT * FROM mergewell_restored WHERE job_id = ? AND applied_by = ?",
                            (row, number) -> line(row),
                            store.job(),
                            appliedBy)
                    .forEach(line -> lines.put(line.rowKey(), line));
        }
        return lines;
    }

    /** Whether whoever a row took away is there again. */
    public boolean isRestored(String rowKey) {
        return !store.isOutdated()
                && !store.jdbc()
                        .queryForList(
                                "SELECT row_key FROM mergewell_restored WHERE job_id = ? AND row_key = ?"
                                        + " AND new_id IS NOT NULL",
                                String.class,
                                store.job(),
                                rowKey)
                        .isEmpty();
    }

    /** Whether somebody whom a row took away was made anew under another id. */
    public boolean isSuccessor(PersonId gone, PersonId created) {
        return !store.isOutdated()
                && !store.jdbc()
                        .queryForList(
                                "SELECT restored.row_key FROM mergewell_restored restored JOIN mergewell_ledger_row applied"
                                        + " ON applied.job_id = restored.job_id AND applied.row_key = restored.row_key"
                                        + " WHERE restored.job_id = ? AND restored.new_id = ? AND applied.absorbed_id = ?",
                                String.class,
                                store.job(),
                                created.value(),
                                gone.value())
                        .isEmpty();
    }

    /** Writes down how a row was taken back, in place of what was known of it. Within a transaction of the store. */
    public void settle(String appliedBy, Line line, Instant now) {
        @Nullable PersonId newId = line.newId();
        Object[] values = {
            store.job(),
            line.rowKey(),
            appliedBy,
            newId == null ? null : newId.value(),
            line.state().name(),
            line.reason(),
            line.reconciled(),
            now.atOffset(ZoneOffset.UTC),
            line.runId()
        };
        store.write(() -> {
            store.jdbc()
                    .update(
                            "DELETE FROM mergewell_restored WHERE job_id = ? AND row_key = ?",
                            store.job(),
                            line.rowKey());
            store.jdbc().update(INSERT, values);
        });
    }

    private static Line line(ResultSet row) throws SQLException {
        String newId = row.getString("new_id");
        return new Line(
                row.getString("row_key"),
                newId == null ? null : new PersonId(newId),
                RowState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getBoolean("reconciled"),
                row.getString("restored_by"));
    }
}
