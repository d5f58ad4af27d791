package io.mergewell.store;

import java.time.Duration;

/**
 * Where a job keeps what it remembers.
 *
 * @param url {@code jdbc:h2:file:…} or {@code jdbc:postgresql://…}; may hold a password, so it is never printed
 * @param patience how long one statement waits for a database that went away, at least 250 ms
 */
public record StoreSettings(String url, Duration patience) {

    /** Half a dozen statements still want to be written when a database is gone: each waits so long. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** With the usual patience. */
    public StoreSettings(String url) {
        this(url, PATIENCE);
    }

    @Override
    public String toString() {
        return "StoreSettings[***]";
    }
}
