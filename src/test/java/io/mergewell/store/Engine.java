package io.mergewell.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
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

        @Override
        public StoreSettings copied(StoreSettings original, Path folder) throws IOException {
            Path file = Path.of(original.url().replace("jdbc:h2:file:", "") + ".mv.db");
            Files.createDirectories(folder.resolve("store"));
            Files.copy(file, folder.resolve("store/acme.mv.db"));
            return fresh(folder);
        }
    },
    POSTGRES {
        @Override
        public StoreSettings fresh(Path folder) {
            return new StoreSettings(Server.url("store" + Server.COUNT.incrementAndGet()));
        }

        @Override
        public StoreSettings copied(StoreSettings original, Path folder) {
            String database = "store" + Server.COUNT.incrementAndGet();
            return new StoreSettings(Server.url(database + " TEMPLATE " + database(original), database));
        }
    };

    /** Ends every connection to a PostgreSQL database and lets nobody in, or lets them in again. */
    public static void closeDoors(StoreSettings postgres, boolean closed) {
        String database = database(postgres);
        Server.execute("ALTER DATABASE " + database + " WITH ALLOW_CONNECTIONS " + !closed);
        Server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'");
    }

    /** Ends the connection to a PostgreSQL database with which a run holds its job. */
    public static void cutLock(StoreSettings postgres) {
        Server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database(postgres)
                + "' AND application_name = 'mergewell lock'");
    }

    private static String database(StoreSettings postgres) {
        return postgres.url().replaceAll(".*/([^?]*).*", "$1");
    }

    /** A store with the same content as one that nobody has open. */
    public abstract StoreSettings copied(StoreSettings original, Path folder) throws IOException;

    /** Settings of a store that does not exist yet. */
    public abstract StoreSettings fresh(Path folder);

    /** One server for the whole suite, which ends with it. */
    private static final class Server {

        static final AtomicInteger COUNT = new AtomicInteger();
        private static final EmbeddedPostgres POSTGRES = start();

        static String url(String database) {
            return url(database, database);
        }

        static String url(String create, String database) {
            execute("CREATE DATABASE " + create);
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
