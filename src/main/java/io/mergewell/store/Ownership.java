package io.mergewell.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The fencing token: a number that grows with every owner of a job. An owner that was only paused, while another took
 * over, finds a higher one and writes nothing more.
 *
 * @param job number of the job
 * @param fence this owner's token
 */
record Ownership(long job, long fence) {

    static Ownership begin(JdbcClient sql, String name) {
        int known = sql.sql("UPDATE mergewell_job SET fence = fence + 1 WHERE name = ?")
                .param(name)
                .update();
        if (known == 0) {
            sql.sql("INSERT INTO mergewell_job (name, fence) VALUES (?, 1)")
                    .param(name)
                    .update();
        }
        return sql.sql("SELECT id, fence FROM mergewell_job WHERE name = ?")
                .param(name)
                .query((row, number) -> new Ownership(row.getLong("id"), row.getLong("fence")))
                .single();
    }

    /** The number of a job that has been owned before; null if it has not. */
    static @Nullable Long find(JdbcClient sql, String name) {
        return sql.sql("SELECT id FROM mergewell_job WHERE name = ?")
                .param(name)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** Holds the token's row until the transaction ends, so that no other can begin in between. */
    void require(JdbcClient sql) {
        long present = sql.sql("SELECT fence FROM mergewell_job WHERE id = ? FOR UPDATE")
                .param(job)
                .query(Long.class)
                .single();
        if (present != fence) {
            throw new StoreException.Locked("Another run has taken this job over while this one was paused."
                    + " This one wrote nothing more; look at the other run's report.");
        }
    }
}
