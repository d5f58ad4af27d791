package io.mergewell.job.dryrun;

import io.mergewell.job.JobFile;
import io.mergewell.store.Store;
import io.mergewell.store.StoreException;
import io.mergewell.store.memory.Origin;
import io.mergewell.store.memory.Origins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps two job files of one name from sharing a store without knowing it. A job file that was moved or edited is still
 * the same job.
 */
final class SameSource {

    private final Origins origins;
    private final JobFile file;

    SameSource(Store store, JobFile file) {
        this.origins = new Origins(store);
        this.file = file;
    }

    /**
     * Goes on if the store is this job's, and remembers that it is.
     *
     * @param source what is to be read, in words
     * @throws StoreException.Misconfigured if another job file filled it from another source
     */
    void require(String source) {
        Origin present = new Origin(source, file.path().toAbsolutePath().normalize());
        origins.find().filter(known -> isAnotherJob(known, present)).ifPresent(known -> {
            throw refused(known, present);
        });
        origins.save(present);
    }

    private static boolean isAnotherJob(Origin known, Origin present) {
        return !known.source().equals(present.source())
                && Files.exists(known.jobFile())
                && !isSameFile(known.jobFile(), present.jobFile());
    }

    private static boolean isSameFile(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return one.equals(other);
        }
    }

    private StoreException.Misconfigured refused(Origin known, Origin present) {
        return new StoreException.Misconfigured("The store of job " + file.name() + " holds the persons of "
                + known.source() + ", read by " + known.jobFile() + ", but " + present.jobFile() + " reads "
                + present.source() + ". Nothing was read or changed. Rename one of the two job files, or give this one"
                + " a store of its own with the key store.url.");
    }
}
