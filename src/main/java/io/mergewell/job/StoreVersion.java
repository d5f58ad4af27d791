package io.mergewell.job;

import io.mergewell.store.Store;

/** Whether a store that is only looked at is as this version writes it: only a run brings it up to date. */
public final class StoreVersion {

    private StoreVersion() {}

    /**
     * Refuses one that is not.
     *
     * @throws JobException.TooEarly if an earlier version wrote it
     */
    public static void requireCurrent(Store store, JobFile job) {
        if (store.isOutdated()) {
            throw new JobException.TooEarly(
                    "The store of job " + job.name() + " was written by an earlier Mergewell and was left as it is. The"
                            + " next dry run brings it up to date; come back after it.",
                    NextCommand.of("dry-run", job.path()));
        }
    }
}
