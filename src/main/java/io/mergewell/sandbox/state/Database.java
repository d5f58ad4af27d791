package io.mergewell.sandbox.state;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection to the H2 file, used by one thread at a time. */
final class Database implements AutoCloseable {

    private static final List<String> TABLES = List.of(
            "create table if not exists setting (name varchar(40) primary key, text varchar(200) not null)",
            """
            create table if not exists card (
                id bigint primary key, human varchar(40) not null, owner_id bigint not null, organisation_id bigint,
                added bigint not null, updated bigint not null, deleted boolean not null, merged_into bigint,
                json varbinary(1000000) not null)""",
            """
            create table if not exists lead (
                id varchar(36) primary key, person_id bigint not null, owner_id bigint not null,
                title varchar(400) not null, added bigint not null)""",
            "create table if not exists note (id bigint primary key, person_id bigint not null, json varchar not null)");

    /** Made after the first load, which is faster. */
    private static final List<String> INDEXES = List.of(
            "create index if not exists card_updated on card (updated, id)",
            "create index if not exists card_organisation on card (organisation_id)",
            "create index if not exists lead_person on lead (person_id)",
            "create index if not exists card_added on card (added, id)",
            "create index if not exists note_person on note (person_id)");

    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** Without WRITE_DELAY=0, kill -9 loses what was committed in the last half second. */
    static Database open(Path file) {
        String url = "jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        try {
            Database database = new Database(DriverManager.getConnection(url));
            database.connection.setAutoCommit(false);
            TABLES.forEach(database::execute);
            database.commit();
            return database;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    void createIndexes() {
        INDEXES.forEach(this::execute);
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    int update(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    <T> List<T> query(RowReader<T> reader, String sql, @Nullable Object... values) {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    void rollback() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    static StateException failure(SQLException e) {
        return new StateException("The sandbox's state could not be read or written.", e);
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** Reads the row a result stands on. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
