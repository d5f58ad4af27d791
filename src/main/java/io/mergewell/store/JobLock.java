package io.mergewell.store;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Held while a run owns its job; gone when its process is gone, however that ended. */
interface JobLock extends AutoCloseable {

    /** Somebody who asks for a job's status holds its lock for a moment: no reason to turn a run away. */
    int TRIES = 10;

    Duration PAUSE = Duration.ofMillis(100);

    /**
     * Takes the lock of a job.
     *
     * @throws StoreException.Locked if another run holds it
     */
    static JobLock take(StoreAddress address, String job) {
        for (int tries = 1; tries <= TRIES; tries++) {
            JobLock lock = takeOrNull(address, job);
            if (lock != null) {
                return lock;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new StoreException.Locked(
                "Another run of job " + job
                        + " is at work and was left alone. Nothing was read or changed by this one; run again when it has ended.");
    }

    private static @Nullable JobLock takeOrNull(StoreAddress address, String job) {
        return address instanceof StoreAddress.H2File file
                ? FileJobLock.takeOrNull(file)
                : AdvisoryJobLock.takeOrNull((StoreAddress.Postgres) address, job);
    }

    @Override
    void close();
}
