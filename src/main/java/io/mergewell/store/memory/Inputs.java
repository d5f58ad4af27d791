package io.mergewell.store.memory;

import io.mergewell.store.Store;
import java.util.Optional;

/** Which file a job's persons and plans are of, where they come from files. Files are named by the SHA-256 of their bytes. */
public final class Inputs {

    /** Stands for the mirror, of which the next plan is made. */
    private static final String MIRROR = "";

    /** Stands for the newest cleaned copy; no plan has such an id. */
    private static final String COPY = "copy";

    private final Store store;

    public Inputs(Store store) {
        this.store = store;
    }

    /** Remembers the file that was read. To be called within the transaction that completes the read. */
    public void read(String digest) {
        save(MIRROR, digest);
    }

    /** Remembers that a plan is of what was read last. To be called within the transaction that freezes it. */
    public void planned(String planId) {
        of(MIRROR).ifPresent(digest -> save(planId, digest));
    }

    /** The file that a plan is of; empty if it is of none. */
    public Optional<String> of(String planId) {
        return store
                .jdbc()
                .queryForList(
                        "SELECT digest FROM mergewell_input WHERE job_id = ? AND plan_id = ?",
                        String.class,
                        store.job(),
                        planId)
                .stream()
                .findFirst();
    }

    /** Remembers the file of which a cleaned copy was written last. To be called within a transaction of the store. */
    public void copied(String digest) {
        save(COPY, digest);
    }

    /** Whether the newest cleaned copy is of this file. */
    public boolean isCopied(String digest) {
        return of(COPY).filter(digest::equals).isPresent();
    }

    /** There is no cleaned copy any more. */
    public void forgetCopy() {
        store.write(() ->
                store.jdbc().update("DELETE FROM mergewell_input WHERE job_id = ? AND plan_id = ?", store.job(), COPY));
    }

    private void save(String planId, String digest) {
        store.write(() -> {
            store.jdbc().update("DELETE FROM mergewell_input WHERE job_id = ? AND plan_id = ?", store.job(), planId);
            store.jdbc().update("INSERT INTO mergewell_input VALUES (?, ?, ?)", store.job(), planId, digest);
        });
    }
}
