package io.mergewell.store.ledger;

import io.mergewell.person.LinkedRecords;
import io.mergewell.person.PersonId;
import io.mergewell.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Every write that was sent, or may have been. A line is durable before its write is sent. */
public final class Effects {

    private static final String INSERT = """
            INSERT INTO mergewell_effect (job_id, seq, row_key, kind, person_id, fields, links, state, reason, run_id,
                calendar_day, intended_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?)
            """;

    private static final long NOT_ASKED = -1;

    private static final String SETTLE = """
            UPDATE mergewell_effect SET state = ?, reason = ?, settled_at = ? WHERE job_id = ? AND seq = ?
            """;

    private final Store store;
    private long last = NOT_ASKED;

    public Effects(Store store) {
        this.store = store;
    }

    /**
     * Writes down what is about to be sent. Durable when it returns.
     *
     * @param links what the survivor of a merge must have at least when it is done
     * @param day the calendar day that the write counts for, as {@code 2026-11-22}
     * @throws io.mergewell.store.StoreException.Locked if another run has taken the job over: then nothing may be sent
     */
    public LedgerEffect intend(
            String rowKey,
            EffectKind kind,
            PersonId person,
            SortedSet<String> fields,
            LinkedRecords links,
            String runId,
            String day,
            Instant now) {
        long seq = next();
        store.writeAtOnce(() -> store.jdbc()
                .update(
                        INSERT,
                        store.job(),
                        seq,
                        rowKey,
                        kind.name(),
                        person.value(),
                        String.join("\n", fields),
                        LinksText.of(links),
                        EffectState.INTENT.name(),
                        runId,
                        day,
                        now.atOffset(ZoneOffset.UTC)));
        return new LedgerEffect(seq, rowKey, kind, person, fields, links, EffectState.INTENT, "", now);
    }

    /** Writes down what became of a write. To be called within a transaction of the store. */
    public void settle(LedgerEffect effect, EffectState state, String reason, Instant now) {
        store.write(() -> store.jdbc()
                .update(SETTLE, state.name(), reason, now.atOffset(ZoneOffset.UTC), store.job(), effect.seq()));
    }

    /** Writes down that somebody was made anew, and who that is. To be called within a transaction of the store. */
    public void settleCreated(LedgerEffect effect, PersonId created, String reason, Instant now) {
        settle(effect, EffectState.APPLIED, reason, now);
        store.write(() -> store.jdbc()
                .update(
                        "UPDATE mergewell_effect SET person_id = ? WHERE job_id = ? AND seq = ?",
                        created.value(),
                        store.job(),
                        effect.seq()));
    }

    /** When a write was intended. */
    public Instant intendedAt(LedgerEffect effect) {
        return store.jdbc()
                .query(
                        "SELECT intended_at FROM mergewell_effect WHERE job_id = ? AND seq = ?",
                        (row, number) -> row.getObject(1, OffsetDateTime.class).toInstant(),
                        store.job(),
                        effect.seq())
                .get(0);
    }

    /** The runs that sent something for a row, in the order they began to. */
    public List<String> runsOf(String rowKey) {
        return store
                .jdbc()
                .queryForList(
                        "SELECT run_id FROM mergewell_effect WHERE job_id = ? AND row_key = ? ORDER BY seq",
                        String.class,
                        store.job(),
                        rowKey)
                .stream()
                .distinct()
                .toList();
    }

    /** Whether a person was made anew by this job. */
    public boolean anyCreated(PersonId person) {
        return number(
                        "SELECT COUNT(*) FROM mergewell_effect WHERE job_id = ? AND kind = 'CREATE'"
                                + " AND state = 'APPLIED' AND person_id = ?",
                        store.job(),
                        person.value())
                > 0;
    }

    /** The writes for one row, in the order they were sent. */
    public List<LedgerEffect> of(String rowKey) {
        return list(" WHERE job_id = ? AND row_key = ? ORDER BY seq", store.job(), rowKey);
    }

    /** The updates of one person, in the order they were sent, for whichever row. */
    public List<LedgerEffect> updatesOf(PersonId person) {
        return list(
                " WHERE job_id = ? AND person_id = ? AND kind = 'UPDATE' ORDER BY seq", store.job(), person.value());
    }

    /** How many writes of a kind were done, or may have been done, on a calendar day. */
    public long count(EffectKind kind, String day) {
        return number(
                "SELECT COUNT(*) FROM mergewell_effect WHERE job_id = ? AND calendar_day = ? AND kind = ?"
                        + " AND state <> 'REJECTED'",
                store.job(),
                day,
                kind.name());
    }

    /** Whether any merge of this job was ever done and seen to be as it should be. */
    public boolean anyMergeSeen() {
        return number(
                        "SELECT COUNT(*) FROM (SELECT 1 FROM mergewell_ledger_row WHERE job_id = ? AND kind = 'MERGE'"
                                + " AND state = 'APPLIED' AND reason = '' LIMIT 1) seen",
                        store.job())
                > 0;
    }

    /** Asked of the table once: nobody else writes to it while this run has the job. */
    private long next() {
        if (last == NOT_ASKED) {
            last = number("SELECT COALESCE(MAX(seq), 0) FROM mergewell_effect WHERE job_id = ?", store.job());
        }
        last++;
        return last;
    }

    private long number(String query, Object... parameters) {
        Long number = store.jdbc().queryForObject(query, Long.class, parameters);
        return number == null ? 0 : number;
    }

    private List<LedgerEffect> list(String condition, Object... parameters) {
        return store.jdbc()
                .query("SELECT * FROM mergewell_effect" + condition, (row, number) -> effect(row), parameters);
    }

    private static LedgerEffect effect(ResultSet row) throws SQLException {
        String fields = row.getString("fields");
        return new LedgerEffect(
                row.getLong("seq"),
                row.getString("row_key"),
                EffectKind.valueOf(row.getString("kind")),
                new PersonId(row.getString("person_id")),
                fields.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(fields.split("\n", -1))),
                LinksText.read(row.getString("links")),
                EffectState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getObject("intended_at", OffsetDateTime.class).toInstant());
    }
}
