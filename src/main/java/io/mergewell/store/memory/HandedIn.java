package io.mergewell.store.memory;

import io.mergewell.store.Store;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Which reviews were handed in, by the digest of the file. */
public final class HandedIn {

    private final Store store;

    public HandedIn(Store store) {
        this.store = store;
    }

    /** Remembers a review, within the transaction that remembers its decisions. Once more changes nothing. */
    public void add(String sha256, String planId, Instant now) {
        store.write(() -> {
            if (!contains(sha256)) {
                store.jdbc()
                        .update(
                                "INSERT INTO mergewell_review VALUES (?, ?, ?, ?)",
                                store.job(),
                                sha256,
                                planId,
                                now.atOffset(ZoneOffset.UTC));
            }
        });
    }

    /** Whether a file with exactly these bytes was handed in. */
    public boolean contains(String sha256) {
        return count("mergewell_review", "sha256", sha256) > 0;
    }

    /** Whether people are at work on a plan: a review of it was handed in, or their decisions on its rows imported. */
    public boolean isReviewed(String planId) {
        return count("mergewell_review", "plan_id", planId) > 0 || count("mergewell_decision", "plan_id", planId) > 0;
    }

    /** The plan of a file with exactly these bytes; empty if none was handed in. */
    public Optional<String> planOf(String sha256) {
        return store
                .jdbc()
                .queryForList(
                        "SELECT plan_id FROM mergewell_review WHERE job_id = ? AND sha256 = ?",
                        String.class,
                        store.job(),
                        sha256)
                .stream()
                .findFirst();
    }

    private long count(String table, String column, String value) {
        Long found = store.jdbc()
                .queryForObject(
                        "SELECT COUNT(*) FROM " + table + " WHERE job_id = ? AND " + column + " = ?",
                        Long.class,
                        store.job(),
                        value);
        return found == null ? 0 : found;
    }
}
