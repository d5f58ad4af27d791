package io.mergewell.job.crm;

import io.mergewell.job.JobFile;
import io.mergewell.store.Store;
import io.mergewell.store.StoreException;
import io.mergewell.store.memory.Origin;
import io.mergewell.store.memory.Origins;
import io.mergewell.store.mirror.MirrorState;
import io.mergewell.store.mirror.Readings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps two job files of one name from sharing a store without knowing it. A job file that was moved or edited is still
 * the same job. Two machines that share a database cannot see each other's job files, and a machine's name tells nothing,
 * since a container has another one each night: there the summary says that the persons were replaced.
 */
public final class SameSource {

    private final Origins origins;
    private final Readings readings;
    private final JobFile file;

    /** @param file the job file of this run */
    public SameSource(Store store, JobFile file) {
        this.origins = new Origins(store);
        this.readings = new Readings(store);
        this.file = file;
    }

    /**
     * Goes on if the store is this job's.
     *
     * @param crm what is to be read
     * @return a sentence if what the store holds is of another source and will be replaced
     * @throws StoreException.Misconfigured if another job file filled it from another source, or with other persons of
     *     the same one
     */
    public Optional<String> require(Crm crm) {
        Optional<Origin> origin = origins.find().filter(known -> isAnother(known, crm));
        origin.filter(known -> isAnotherJob(known.jobFile())).ifPresent(known -> {
            throw refused(known, crm);
        });
        return origin.map(known -> "The store held the persons of " + known.source() + ", as " + known.jobFile()
                + " named them then. They are replaced by those of " + crm.place() + ", as " + present()
                + " names them now.");
    }

    /** Remembers whose the store is. To be called within the transaction of the first page. */
    public void remember(Crm crm) {
        origins.save(new Origin(crm.place(), present()));
    }

    private boolean isAnother(Origin known, Crm crm) {
        return !known.source().equals(crm.place())
                || readings.state()
                        .map(MirrorState::source)
                        .filter(digest -> !digest.equals(crm.sourceDigest()))
                        .isPresent();
    }

    private boolean isAnotherJob(Path known) {
        return Files.exists(known) && !isSameFile(known, present());
    }

    private Path present() {
        return file.path().toAbsolutePath().normalize();
    }

    private static boolean isSameFile(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return one.equals(other);
        }
    }

    private StoreException.Misconfigured refused(Origin known, Crm crm) {
        String what = known.source().equals(crm.place()) ? "other persons or columns of it" : crm.place();
        return new StoreException.Misconfigured("The store of job " + file.name() + " holds the persons of "
                + known.source() + ", read by " + known.jobFile() + ", but " + present() + " reads " + what
                + ". Nothing was read or changed. Rename one of the two job files, or give this one a store of its own"
                + " with the key store.url.");
    }
}
