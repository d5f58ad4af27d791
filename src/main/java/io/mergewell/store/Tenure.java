package io.mergewell.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/** In what capacity a process has the store of a job open. */
sealed interface Tenure {

    /** The job's number in the tables. */
    long job();

    /**
     * Lets the surrounding transaction write.
     *
     * @throws StoreException.Locked if another process has taken the job over meanwhile
     */
    void requireOwner(JdbcClient sql);

    /**
     * To be called between two steps of a long look.
     *
     * @throws StoreException.Locked if a run waits for what is only looked at
     */
    void giveWay();

    void close();

    /** A run: nobody else writes while it has the lock. */
    record Owner(Ownership ownership, JobLock lock) implements Tenure {

        @Override
        public long job() {
            return ownership.job();
        }

        @Override
        public void requireOwner(JdbcClient sql) {
            ownership.require(sql);
        }

        @Override
        public void giveWay() {}

        @Override
        public void close() {
            lock.close();
        }
    }

    /** Somebody who only looks: owns nothing, changes nothing, and goes first when a run comes. */
    record Onlooker(long job, Arrivals arrivals) implements Tenure {

        @Override
        public void requireOwner(JdbcClient sql) {
            throw new IllegalStateException("A store that is only looked at is not written.");
        }

        @Override
        public void giveWay() {
            if (arrivals.any()) {
                throw new StoreException.Locked("A run of the job has begun, and this look at its store ended, so that"
                        + " the run need not wait. Nothing was changed; look again when it has ended.");
            }
        }

        @Override
        public void close() {}
    }
}
