package io.mergewell.store;

/**
 * Where a job keeps what it remembers.
 *
 * @param url {@code jdbc:h2:file:…} or {@code jdbc:postgresql://…}; may hold a password, so it is never printed
 */
public record StoreSettings(String url) {

    @Override
    public String toString() {
        return "StoreSettings[***]";
    }
}
