package io.mergewell.job.restore;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.connect.WayOut;
import io.mergewell.job.JobException;
import io.mergewell.job.JobFile;
import io.mergewell.job.NextCommand;
import io.mergewell.job.crm.Crm;
import io.mergewell.job.crm.SameSource;
import io.mergewell.store.Store;
import io.mergewell.store.StoreException;

/** What was taken from one system is not brought back to another. */
record RightPlace(Store store, JobFile file) {

    /**
     * Goes on if it is.
     *
     * @throws StoreException.Misconfigured if the job's store is of another source
     * @throws CrmException.Misconfigured if nothing is ever changed there
     */
    void require(Crm crm) {
        if (crm.out() instanceof WayOut.Copy) {
            throw new JobException.Unsuited(
                    "There is nothing to restore: " + crm.place() + " was never changed."
                            + " What was applied is only in cleaned.csv of that run; go on with the file as it was.",
                    NextCommand.of("dry-run", file.path()));
        }
        new SameSource(store, file).require(crm).ifPresent(another -> {
            throw new StoreException.Misconfigured("The store of job " + file.name() + " holds persons of another"
                    + " source than " + crm.place() + ", so nothing was restored. Name the source in the job file to"
                    + " which the run was applied.");
        });
    }
}
