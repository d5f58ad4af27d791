package io.mergewell.store.memory;

import io.mergewell.store.Store;
import java.nio.file.Path;
import java.util.Optional;

/** Remembers where a job's persons come from, so that those of another source are not mixed in unnoticed. */
public final class Origins {

    private final Store store;

    public Origins(Store store) {
        this.store = store;
    }

    /** Empty before the first read. */
    public Optional<Origin> find() {
        return store
                .jdbc()
                .query(
                        "SELECT source, job_file FROM mergewell_job"
                                + " WHERE id = ? AND source IS NOT NULL AND job_file IS NOT NULL",
                        (row, number) -> new Origin(row.getString("source"), Path.of(row.getString("job_file"))),
                        store.job())
                .stream()
                .findFirst();
    }

    public void save(Origin origin) {
        store.write(() -> store.jdbc()
                .update(
                        "UPDATE mergewell_job SET source = ?, job_file = ? WHERE id = ?",
                        origin.source(),
                        origin.jobFile().toString(),
                        store.job()));
    }
}
