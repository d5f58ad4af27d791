package io.mergewell.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A PostgreSQL advisory lock on a connection of its own: the server frees it when the connection ends. */
final class AdvisoryJobLock implements JobLock {

    /** The server needs a moment to notice that the process of a killed run is gone. */
    private static final int TRIES = 10;

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** How a server shows a lock that is a number of 64 bits. */
    private static final String HOLDERS = """
            SELECT COUNT(*) FROM pg_locks
            WHERE locktype = 'advisory' AND granted AND objsubid = 1
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                AND classid::bigint = ? AND objid::bigint = ?
            """;

    private final Connection connection;

    private AdvisoryJobLock(Connection connection) {
        this.connection = connection;
    }

    /** Null if another holds it. */
    static @Nullable JobLock takeOrNull(StoreAddress.Postgres address, String job) {
        Properties settings = new Properties();
        settings.setProperty("tcpKeepAlive", "true");
        settings.setProperty("ApplicationName", "mergewell lock");
        try {
            Connection connection = DriverManager.getConnection(address.url(), settings);
            if (!acquired(connection, job)) {
                connection.close();
                return null;
            }
            return new AdvisoryJobLock(connection);
        } catch (SQLException e) {
            throw new StoreFailures(address).explained(e);
        }
    }

    /** Whether somebody holds it, found out without taking it. */
    static boolean isHeld(JdbcTemplate jdbc, String job) {
        long key = key(job);
        Long holders = jdbc.queryForObject(HOLDERS, Long.class, key >>> Integer.SIZE, key & 0xffff_ffffL);
        return holders != null && holders > 0;
    }

    private static boolean acquired(Connection connection, String job) throws SQLException {
        boolean acquired = tried(connection, job);
        for (int tries = 1; !acquired && tries < TRIES; tries++) {
            LockSupport.parkNanos(PAUSE.toNanos());
            acquired = tried(connection, job);
        }
        return acquired;
    }

    private static boolean tried(Connection connection, String job) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            statement.setLong(1, key(job));
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    /** Advisory locks are numbers: the first 64 bits of a digest tell jobs apart. */
    private static long key(String job) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("mergewell job " + job).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Whoever looks at the store is in nobody's way. */
    @Override
    public void announce() {}

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // The server frees the lock of a connection that is gone.
        }
    }
}
