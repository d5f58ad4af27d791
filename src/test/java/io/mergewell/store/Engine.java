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

    /** Settings of a store that does not exist yet. */
    public abstract StoreSettings fresh(Path folder);

    /** One server for the whole suite, which ends with it. */
    private static final class Server {

        static final AtomicInteger COUNT = new AtomicInteger();
        private static final EmbeddedPostgres POSTGRES = start();

        static String url(String database) {
            try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + database);
                return POSTGRES.getJdbcUrl("postgres", database);
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
