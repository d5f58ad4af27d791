package io.mergewell.store.mirror;

import io.mergewell.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The two rows a job has in the tables: the state of its mirror, and the read that is under way. */
final class ReadingTable {

    private static final String INSERT_STATE = """
            INSERT INTO mergewell_mirror (job_id, source, persons, generation, last_generation, latest_update,
                swept_at, completed_by, doubted_persons)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String INSERT_READING = """
            INSERT INTO mergewell_reading (job_id, run_id, source, since, began_at, generation, next_cursor, pages,
                persons, latest_update, restarts, failures)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Store store;

    ReadingTable(Store store) {
        this.store = store;
    }

    @Nullable
    MirrorState state() {
        return store.sql()
                .sql("SELECT * FROM mergewell_mirror WHERE job_id = ?")
                .param(store.job())
                .query((row, number) -> state(row))
                .optional()
                .orElse(null);
    }

    @Nullable
    Reading reading() {
        return store.sql()
                .sql("SELECT * FROM mergewell_reading WHERE job_id = ?")
                .param(store.job())
                .query((row, number) -> reading(row))
                .optional()
                .orElse(null);
    }

    void save(MirrorState state) {
        delete("mergewell_mirror");
        store.jdbc()
                .update(
                        INSERT_STATE,
                        store.job(),
                        state.source(),
                        state.persons(),
                        state.generation(),
                        state.lastGeneration(),
                        atUtc(state.latestUpdate()),
                        atUtc(state.sweptAt()),
                        state.completedBy(),
                        state.doubtedPersons());
    }

    void save(Reading reading) {
        deleteReading();
        store.jdbc()
                .update(
                        INSERT_READING,
                        store.job(),
                        reading.runId(),
                        reading.source(),
                        atUtc(reading.since()),
                        atUtc(reading.beganAt()),
                        reading.generation(),
                        reading.cursor(),
                        reading.pages(),
                        reading.persons(),
                        atUtc(reading.latestUpdate()),
                        reading.restarts(),
                        reading.failures());
    }

    void saveLastGeneration(long generation) {
        store.jdbc()
                .update("UPDATE mergewell_mirror SET last_generation = ? WHERE job_id = ?", generation, store.job());
    }

    void doubt(long found) {
        store.jdbc().update("UPDATE mergewell_mirror SET doubted_persons = ? WHERE job_id = ?", found, store.job());
    }

    void deleteReading() {
        delete("mergewell_reading");
    }

    private void delete(String table) {
        store.jdbc().update("DELETE FROM " + table + " WHERE job_id = ?", store.job());
    }

    private static MirrorState state(ResultSet row) throws SQLException {
        return new MirrorState(
                row.getString("source"),
                row.getLong("persons"),
                row.getLong("generation"),
                row.getLong("last_generation"),
                instant(row, "latest_update"),
                instant(row, "swept_at"),
                row.getString("completed_by"),
                row.getObject("doubted_persons", Long.class));
    }

    private static Reading reading(ResultSet row) throws SQLException {
        return new Reading(
                row.getString("run_id"),
                row.getString("source"),
                instant(row, "since"),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                row.getLong("generation"),
                row.getString("next_cursor"),
                row.getLong("pages"),
                row.getLong("persons"),
                instant(row, "latest_update"),
                row.getInt("restarts"),
                row.getInt("failures"));
    }

    private static @Nullable OffsetDateTime atUtc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
