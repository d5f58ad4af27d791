package io.mergewell.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases a store can be in, each for real. */
public enum Engine {
    H2 {
        @Override
        public StoreSettings fresh(Path folder) {
            return new StoreSettings("jdbc:h2:file:" + folder.resolve("store/acme"));
        }
    },
    POSTGRES {
        @Override
        public StoreSettings fresh(Path folder) {
            return new StoreSettings(Server.url("store" + Server.COUNT.incrementAndGet()));
        }
    };

    /** Ends every connection to a PostgreSQL database and lets nobody in, or lets them in again. */
    public static void closeDoors(StoreSettings postgres, boolean closed) {
        String database = postgres.url().replaceAll(".*/([^?]*).*", "$1");
        Server.execute("ALTER DATABASE " + database + " WITH ALLOW_CONNECTIONS " + !closed);
        Server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'");
    }

    /** Settings of a store that does not exist yet. */
    public abstract StoreSettings fresh(Path folder);

    /** One server for the whole suite, which ends with it. */
    private static final class Server {

        static final AtomicInteger COUNT = new AtomicInteger();
        private static final EmbeddedPostgres POSTGRES = start();

        static String url(String database) {
            execute("CREATE DATABASE " + database);
            return POSTGRES.getJdbcUrl("postgres", database);
        }

        static void execute(String command) {
            try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(command);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
