package io.mergewell.store;

/** Held while a run owns its job; gone when its process is gone, however that ended. */
interface JobLock extends AutoCloseable {

    /**
     * Takes the lock of a job.
     *
     * @throws StoreException.Locked if another run holds it
     */
    static JobLock take(StoreAddress address, String job) {
        JobLock lock = address instanceof StoreAddress.H2File file
                ? FileJobLock.takeOrNull(file)
                : AdvisoryJobLock.takeOrNull((StoreAddress.Postgres) address, job);
        if (lock == null) {
            throw new StoreException.Locked("Another run of job " + job + " is at work and was left alone. Nothing was"
                    + " read or changed by this one; run again when it has ended.");
        }
        return lock;
    }

    /** Tells those who look at the store that a run wants it. */
    void announce();

    @Override
    void close();
}
