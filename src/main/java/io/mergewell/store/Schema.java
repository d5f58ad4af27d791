package io.mergewell.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tables and their version. Each version is a script that is never changed once it was released; scripts run in
 * order inside the job's lock.
 */
final class Schema {

    static final int VERSION = 9;

    /** Two jobs may meet a new PostgreSQL database at the same moment. */
    private static final long MIGRATION_LOCK = 0x6d65726765776c6cL;

    private final StoreAddress address;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    Schema(Database database) {
        this.address = database.address();
        this.jdbc = database.jdbc();
        this.transactions = database.writing();
    }

    /**
     * Brings the tables to this version.
     *
     * @throws StoreException.Newer if they are ahead of it; nothing is changed then
     */
    void migrate() {
        transactions.executeWithoutResult(status -> {
            if (postgres()) {
                jdbc.query("SELECT pg_advisory_xact_lock(?)", result -> {}, MIGRATION_LOCK);
            }
            jdbc.execute("CREATE TABLE IF NOT EXISTS mergewell_schema (version INT NOT NULL PRIMARY KEY)");
            for (int next = version() + 1; next <= VERSION; next++) {
                run(batchScript());
                run(script("schema-" + next + ".sql"));
                jdbc.update("INSERT INTO mergewell_schema (version) VALUES (?)", next);
            }
        });
    }

    /**
     * Whether there are tables of ours, of this version or an earlier one.
     *
     * @throws StoreException.Newer if they are ahead of it
     */
    boolean isPresent() {
        return exists("mergewell_schema") && version() >= 0 && exists("mergewell_job");
    }

    /** Whether there are tables, or columns, that this version has and the database has not. */
    boolean isOutdated() {
        return version() < VERSION;
    }

    private boolean exists(String table) {
        String query = postgres()
                ? "SELECT COUNT(to_regclass(?))"
                : "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = UPPER(?)";
        Long found = jdbc.queryForObject(query, Long.class, table);
        return found != null && found > 0;
    }

    private int version() {
        @Nullable Integer found = jdbc.queryForObject("SELECT MAX(version) FROM mergewell_schema", Integer.class);
        int version = found == null ? 0 : found;
        if (version > VERSION) {
            throw new StoreException.Newer("The store " + address.description() + " was written by a newer Mergewell"
                    + " (its version is " + version + ", this one knows " + VERSION
                    + ") and was left as it is. Use the newer Mergewell, or another store.url.");
        }
        return version;
    }

    private void run(String script) {
        String types = script.replace("${ordered}", postgres() ? "VARCHAR(210) COLLATE \"C\"" : "VARCHAR(210)")
                .replace("${bytes}", postgres() ? "BYTEA" : "VARBINARY");
        statements(types).forEach(jdbc::execute);
    }

    private static List<String> statements(String script) {
        String withoutComments = script.replaceAll("(?m)--.*$", "");
        return List.of(withoutComments.split(";")).stream()
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** Spring Batch's own tables, made repeatable in the same way as ours. */
    private String batchScript() {
        String name = postgres() ? "schema-postgresql.sql" : "schema-h2.sql";
        return script("/org/springframework/batch/core/" + name)
                .replace("CREATE TABLE ", "CREATE TABLE IF NOT EXISTS ")
                .replace("CREATE SEQUENCE ", "CREATE SEQUENCE IF NOT EXISTS ");
    }

    private static String script(String name) {
        try (InputStream script = Schema.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException("The script " + name + " is not on the class path.");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The script " + name + " cannot be read.", e);
        }
    }

    private boolean postgres() {
        return address instanceof StoreAddress.Postgres;
    }
}
