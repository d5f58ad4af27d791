package io.mergewell.store;

/** Held while a run owns its job; gone when its process is gone, however that ended. */
interface JobLock extends AutoCloseable {

    /**
     * Takes the lock of a job.
     *
     * @throws StoreException.Locked if another run holds it
     */
    static JobLock take(StoreAddress address, String job) {
        if (address instanceof StoreAddress.H2File file) {
            return FileJobLock.take(file, job);
        }
        return AdvisoryJobLock.take((StoreAddress.Postgres) address, job);
    }

    /** The sentence for whoever comes second. */
    static StoreException.Locked heldByAnother(String job) {
        return new StoreException.Locked(
                "Another run of job " + job
                        + " is at work and was left alone. Nothing was read or changed by this one; run again when it has ended.");
    }

    @Override
    void close();
}
