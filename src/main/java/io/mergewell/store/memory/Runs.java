package io.mergewell.store.memory;

import io.mergewell.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The history of a job's runs. */
public final class Runs {

    /** Rejections kept per run; beyond it they are only counted. */
    public static final int LISTED_REJECTIONS = 1_000;

    private static final String BEGIN = """
            INSERT INTO mergewell_run (job_id, id, command, work, status, started_at, pages, persons, rejected, calls,
                tokens, retries, resumes)
            VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0)
            """;

    private static final String COUNT = """
            pages = pages + ?, persons = persons + ?, rejected = rejected + ?, calls = calls + ?, tokens = tokens + ?,
            retries = retries + ?""";

    private static final String ONE_RUN = " WHERE job_id = ? AND id = ?";

    private final Store store;

    public Runs(Store store) {
        this.store = store;
    }

    public Optional<Run> find(String id) {
        return list("SELECT * FROM mergewell_run" + ONE_RUN, store.job(), id).stream()
                .findFirst();
    }

    /** The last runs, the newest first. */
    public List<Run> newest(int count) {
        return list(
                "SELECT * FROM mergewell_run WHERE job_id = ? ORDER BY started_at DESC, id DESC FETCH FIRST " + count
                        + " ROWS ONLY",
                store.job());
    }

    /** Runs of a command that neither wrote their report nor were given up, the newest first. */
    public List<Run> unfinished(String command) {
        return list(
                        "SELECT * FROM mergewell_run WHERE job_id = ? AND command = ? ORDER BY started_at DESC, id DESC",
                        store.job(),
                        command)
                .stream()
                .filter(Run::unfinished)
                .toList();
    }

    /** Begins a run. Rejections of earlier ones are forgotten: they are in the files of those runs. */
    public void begin(String id, String command, String work, Instant now) {
        Object[] values = {store.job(), id, command, work, RunStatus.RUNNING.name(), now.atOffset(ZoneOffset.UTC)};
        store.write(() -> {
            store.jdbc().update("DELETE FROM mergewell_rejected WHERE job_id = ?", store.job());
            store.jdbc().update(BEGIN, values);
        });
    }

    public void resume(String id) {
        update("status = ?, ended_at = NULL, exit_code = NULL, resumes = resumes + 1", id, RunStatus.RUNNING.name());
    }

    /** Adds to what a run has done, within the transaction that does it. */
    public void count(String id, RunCounts more) {
        update(COUNT, id, more.pages(), more.persons(), more.rejected(), more.calls(), more.tokens(), more.retries());
    }

    /** Lists rejected records, up to {@link #LISTED_REJECTIONS}, within the transaction of their page. */
    public void reject(String id, List<Rejection> rejections) {
        int listed = rejections.isEmpty() ? 0 : rejections(id).size();
        List<Object[]> rows = new ArrayList<>();
        for (Rejection rejection : rejections) {
            if (listed + rows.size() < LISTED_REJECTIONS) {
                rows.add(new Object[] {store.job(), id, listed + rows.size(), rejection.where(), rejection.reason()});
            }
        }
        store.write(() -> store.jdbc()
                .batchUpdate(
                        "INSERT INTO mergewell_rejected (job_id, run_id, place, found_at, reason) VALUES (?, ?, ?, ?, ?)",
                        rows));
    }

    /** The listed rejections of a run, in the order they were met. */
    public List<Rejection> rejections(String id) {
        return store.jdbc()
                .query(
                        "SELECT * FROM mergewell_rejected WHERE job_id = ? AND run_id = ? ORDER BY place",
                        (row, number) -> new Rejection(row.getString("found_at"), row.getString("reason")),
                        store.job(),
                        id);
    }

    /** Forgets what the read of a run rejected and counted of pages and persons, because it begins anew. */
    public void forgetRejections(String id) {
        store.write(() -> {
            store.jdbc().update("DELETE FROM mergewell_rejected WHERE job_id = ? AND run_id = ?", store.job(), id);
            update("rejected = 0, persons = 0, pages = 0", id);
        });
    }

    /** Remembers which plan a run made. */
    public void planned(String id, String planId) {
        update("plan_id = ?", id, planId);
    }

    /** Remembers the summary of a run, before it ends. */
    public void summarise(String id, String summary) {
        update("summary = ?", id, summary);
    }

    public void end(String id, RunStatus status, int exitCode, Instant now) {
        update("status = ?, exit_code = ?, ended_at = ?", id, status.name(), exitCode, now.atOffset(ZoneOffset.UTC));
    }

    public void abandon(String id, Instant now) {
        update("status = ?, ended_at = ?", id, RunStatus.ABANDONED.name(), now.atOffset(ZoneOffset.UTC));
    }

    private void update(String changes, String id, Object... values) {
        List<Object> parameters = new ArrayList<>(List.of(values));
        parameters.add(store.job());
        parameters.add(id);
        store.write(() -> store.jdbc().update("UPDATE mergewell_run SET " + changes + ONE_RUN, parameters.toArray()));
    }

    private List<Run> list(String query, Object... parameters) {
        return store.jdbc().query(query, (row, number) -> run(row), parameters);
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getString("id"),
                row.getString("command"),
                row.getString("work"),
                RunStatus.valueOf(row.getString("status")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("ended_at", OffsetDateTime.class)),
                row.getObject("exit_code", Integer.class),
                new RunCounts(
                        row.getLong("pages"),
                        row.getLong("persons"),
                        row.getLong("rejected"),
                        row.getLong("calls"),
                        row.getLong("tokens"),
                        row.getLong("retries")),
                row.getInt("resumes"),
                row.getString("plan_id"),
                row.getString("summary"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
