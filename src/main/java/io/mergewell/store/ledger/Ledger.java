package io.mergewell.store.ledger;

import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The approved rows of a job and the groups they are of. What was done stays in it for good. */
public final class Ledger {

    private static final String INSERT = """
            INSERT INTO mergewell_ledger_row (job_id, row_key, place, plan_id, group_id, kind, absorbed_id, survivor_id,
                state, reason, reconciled, reviewer, note, approved_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SETTLE = """
            UPDATE mergewell_ledger_row SET state = ?, reason = ?, reconciled = ?, settled_at = ?, settled_by = ?
            WHERE job_id = ? AND row_key = ?
            """;

    private static final String IN_ORDER = " ORDER BY place";

    private static final long NOT_ASKED = -1;

    private final Store store;
    private final LedgerGroups groups;
    private long lastPlace = NOT_ASKED;

    public Ledger(Store store) {
        this.store = store;
        this.groups = new LedgerGroups(store);
    }

    /** The groups that its rows are of. */
    public LedgerGroups groups() {
        return groups;
    }

    /**
     * Takes approved rows of one group in; those that the ledger holds already stay as they are. To be called within a
     * transaction of the store.
     *
     * @param again whether rows that ended in conflict or were refused are open again: somebody approved them anew
     * @return how many there are to do
     */
    public int approve(PlannedGroup group, List<LedgerRow> rows, boolean again, Instant now) {
        int taken = 0;
        for (LedgerRow row : rows) {
            Optional<LedgerRow> known = find(row.rowKey());
            if (known.isEmpty() || (again && hasFailed(known.get()))) {
                groups.save(row.planId(), group);
                known.ifPresent(this::forget);
                insert(row, nextPlace(), now);
                taken++;
            }
        }
        return taken;
    }

    /** Whether nothing of a row was done, and it was given up. */
    private static boolean hasFailed(LedgerRow row) {
        return row.state() != RowState.APPLIED && row.state().isSettled();
    }

    private void forget(LedgerRow row) {
        store.write(() -> store.jdbc()
                .update(
                        "DELETE FROM mergewell_ledger_row WHERE job_id = ? AND row_key = ?",
                        store.job(),
                        row.rowKey()));
    }

    public Optional<LedgerRow> find(String rowKey) {
        return list(" WHERE job_id = ? AND row_key = ?", store.job(), rowKey).stream()
                .findFirst();
    }

    /**
     * Rows that are not settled, in the order of their approval.
     *
     * @param after the {@link LedgerRow#place} behind which they begin; 0 for all
     */
    public List<LedgerRow> open(long after, int most) {
        return list(
                " WHERE job_id = ? AND state IN ('APPROVED', 'UNKNOWN') AND place > ?" + IN_ORDER + " FETCH FIRST "
                        + most + " ROWS ONLY",
                store.job(),
                after);
    }

    /** How many rows are not settled. */
    public long countOpen() {
        Long count = store.jdbc()
                .queryForObject(
                        "SELECT COUNT(*) FROM mergewell_ledger_row WHERE job_id = ?"
                                + " AND state IN ('APPROVED', 'UNKNOWN')",
                        Long.class,
                        store.job());
        return count == null ? 0 : count;
    }

    /** All rows of one group of one plan, in the order of their approval. */
    public List<LedgerRow> ofGroup(String planId, String groupId) {
        return list(" WHERE job_id = ? AND plan_id = ? AND group_id = ?" + IN_ORDER, store.job(), planId, groupId);
    }

    /** All rows of one plan that were ever approved, in the order of their approval. */
    public List<LedgerRow> ofPlan(String planId) {
        return list(" WHERE job_id = ? AND plan_id = ?" + IN_ORDER, store.job(), planId);
    }

    /** Rows of whatever plan that were applied into one survivor. */
    public List<LedgerRow> appliedInto(PersonId survivor) {
        return list(
                " WHERE job_id = ? AND survivor_id = ? AND state = 'APPLIED'" + IN_ORDER,
                store.job(),
                survivor.value());
    }

    /** All rows that were ever applied, in the order of their approval. */
    public List<LedgerRow> applied() {
        return list(" WHERE job_id = ? AND state = 'APPLIED'" + IN_ORDER, store.job());
    }

    /** Rows that a run settled, and those that are open, in the order of their approval. */
    public List<LedgerRow> settledByOrOpen(String runId) {
        return list(
                " WHERE job_id = ? AND (settled_by = ? OR state IN ('APPROVED', 'UNKNOWN'))" + IN_ORDER,
                store.job(),
                runId);
    }

    /** Rows that a run applied, in the order of their approval. */
    public List<LedgerRow> appliedBy(String runId) {
        return list(" WHERE job_id = ? AND settled_by = ? AND state = 'APPLIED'" + IN_ORDER, store.job(), runId);
    }

    /** Whether any row is about a person. */
    public boolean knows(PersonId person) {
        return !list(
                        " WHERE job_id = ? AND (absorbed_id = ? OR survivor_id = ?) FETCH FIRST 1 ROWS ONLY",
                        store.job(),
                        person.value(),
                        person.value())
                .isEmpty();
    }

    /** Whether any row of a plan was ever approved. */
    public boolean knows(String planId) {
        return !list(" WHERE job_id = ? AND plan_id = ? FETCH FIRST 1 ROWS ONLY", store.job(), planId)
                .isEmpty();
    }

    /** Writes down how a row ended, or that nobody knows yet. To be called within a transaction of the store. */
    public void settle(LedgerRow row, RowState state, String reason, boolean reconciled, String runId, Instant now) {
        store.write(() -> store.jdbc()
                .update(
                        SETTLE,
                        state.name(),
                        reason,
                        reconciled,
                        now.atOffset(ZoneOffset.UTC),
                        runId,
                        store.job(),
                        row.rowKey()));
    }

    private void insert(LedgerRow row, long place, Instant now) {
        @Nullable PersonId survivor = row.survivor();
        Object[] values = {
            store.job(),
            row.rowKey(),
            place,
            row.planId(),
            row.groupId(),
            row.kind().name(),
            row.absorbed().value(),
            survivor == null ? null : survivor.value(),
            row.state().name(),
            row.reason(),
            row.reconciled(),
            row.reviewer(),
            row.note(),
            now.atOffset(ZoneOffset.UTC)
        };
        store.write(() -> store.jdbc().update(INSERT, values));
    }

    /** Asked of the table once: nobody else writes to it while this run has the job. */
    private long nextPlace() {
        if (lastPlace == NOT_ASKED) {
            Long last = store.jdbc()
                    .queryForObject(
                            "SELECT COALESCE(MAX(place), 0) FROM mergewell_ledger_row WHERE job_id = ?",
                            Long.class,
                            store.job());
            lastPlace = last == null ? 0 : last;
        }
        lastPlace++;
        return lastPlace;
    }

    private List<LedgerRow> list(String condition, Object... parameters) {
        return store.jdbc()
                .query("SELECT * FROM mergewell_ledger_row" + condition, (row, number) -> row(row), parameters);
    }

    private static LedgerRow row(ResultSet row) throws SQLException {
        String survivor = row.getString("survivor_id");
        return new LedgerRow(
                row.getString("row_key"),
                row.getLong("place"),
                row.getString("plan_id"),
                row.getString("group_id"),
                ActionKind.valueOf(row.getString("kind")),
                new PersonId(row.getString("absorbed_id")),
                survivor == null ? null : new PersonId(survivor),
                RowState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getBoolean("reconciled"),
                row.getString("reviewer"),
                row.getString("note"),
                row.getString("settled_by"));
    }
}
