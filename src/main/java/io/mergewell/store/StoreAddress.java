package io.mergewell.store;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a store is and how it is opened: the job file's URL with the settings that durability needs. */
sealed interface StoreAddress {

    /** For the driver; may hold a password, so it is never printed. */
    String url();

    /** For the driver of somebody who only looks. */
    String urlToLook();

    /**
     * Whether there is anything to look at.
     *
     * @throws StoreException.Locked if this process owns it itself
     */
    boolean isPresent();

    /** For a reader: without user, password or settings. */
    String description();

    /** A database file of our own. */
    record H2File(Path database, String url) implements StoreAddress {

        /** The file as it lies in the folder. */
        Path file() {
            return beside(".mv.db");
        }

        /** The file whose lock says that a run is at work. */
        Path lockFile() {
            return beside(".lock");
        }

        /**
         * Opened read-only, H2 takes a lock on its file that others who look can share. What a killed run left it has
         * to mend first, and that it can only do as usual.
         */
        @Override
        public String urlToLook() {
            return H2Header.isClean(file()) ? url + ";ACCESS_MODE_DATA=r" : url;
        }

        @Override
        public boolean isPresent() {
            if (FileJobLock.isHeldHere(this)) {
                throw new StoreException.Locked("A run has the store " + description() + " open.");
            }
            return file().toFile().length() > 0;
        }

        @Override
        public String description() {
            return file().toString();
        }

        private Path beside(String ending) {
            return database.resolveSibling(database.getFileName() + ending);
        }
    }

    /** A database on a PostgreSQL server, possibly shared with other jobs. */
    record Postgres(String url) implements StoreAddress {

        @Override
        public String urlToLook() {
            return url;
        }

        /** The database is there; whether our tables are, the {@link Schema} knows. */
        @Override
        public boolean isPresent() {
            return true;
        }

        /** No secret stands before the question mark, see {@link PostgresUrl}. */
        @Override
        public String description() {
            return url.replaceFirst("\\?.*", "").replaceFirst("^jdbc:", "");
        }
    }

    /**
     * Reads the URL of a job file.
     *
     * @throws StoreException.Misconfigured if it is neither an H2 file nor PostgreSQL, or holds a password in a place
     *     where it would be printed
     */
    static StoreAddress of(StoreSettings settings) {
        String url = settings.url();
        if (url.startsWith("jdbc:h2:file:")) {
            return h2(url.substring("jdbc:h2:file:".length()));
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return new Postgres(PostgresUrl.require(url));
        }
        throw new StoreException.Misconfigured(
                "The key store.url must begin with jdbc:h2:file: or jdbc:postgresql:. Correct it in the job file.");
    }

    private static StoreAddress h2(String pathAndSettings) {
        String[] parts = pathAndSettings.split(";", -1);
        if (parts[0].isBlank()) {
            throw new StoreException.Misconfigured(
                    "The key store.url names no file, as in jdbc:h2:file:./data/acme. Correct it in the job file.");
        }
        String home = System.getProperty("user.home", "");
        Path database = Path.of(parts[0].startsWith("~/") ? home + parts[0].substring(1) : parts[0])
                .toAbsolutePath()
                .normalize();
        String settings = h2Settings(parts).entrySet().stream()
                .map(entry -> ";" + entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining());
        return new H2File(database, "jdbc:h2:file:" + database + settings);
    }

    private static Map<String, String> h2Settings(String[] parts) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("DB_CLOSE_ON_EXIT", "FALSE");
        settings.put("LOCK_TIMEOUT", "10000");
        for (int i = 1; i < parts.length; i++) {
            String[] setting = parts[i].split("=", 2);
            if (setting.length == 2) {
                settings.put(setting[0].strip().toUpperCase(Locale.ROOT), setting[1]);
            }
        }
        settings.remove("ACCESS_MODE_DATA");
        // Not to be overridden: with a delay H2 loses committed work when its process is killed.
        settings.put("WRITE_DELAY", "0");
        // Its trace file would quote statements with the values of persons.
        settings.put("TRACE_LEVEL_FILE", "0");
        return settings;
    }
}
