package io.mergewell.job.privacy;

import io.mergewell.apply.rewrite.Rewriting;
import io.mergewell.job.JobException;
import io.mergewell.job.JobFile;
import io.mergewell.job.StoreVersion;
import io.mergewell.review.files.AtomicFile;
import io.mergewell.store.FailPoint;
import io.mergewell.store.Store;
import io.mergewell.store.memory.Inputs;
import io.mergewell.store.privacy.Retention;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The command {@code purge}: takes away what holds persons and is older than the job keeps it. The ids, states and times
 * of the ledger, the crosswalk, decisions and spending stay for good, so that nothing is ever done twice.
 */
public final class Purge {

    private final JobFile job;
    private final Store store;
    private final Instant now;

    private Purge(JobFile job, Store store, Instant now) {
        this.job = job;
        this.store = store;
        this.now = now;
    }

    /**
     * Says what would go, and changes nothing.
     *
     * @throws JobException.TooEarly if the store is from an earlier version
     * @throws io.mergewell.store.StoreException if a run of the job is at work, or the store cannot be read
     */
    public static Purged look(JobFile job, InstantSource clock) {
        Optional<Store> present = Store.look(job.store(), job.name());
        if (present.isEmpty()) {
            return new Purged(false, List.of(), Purged.Rows.NONE, List.of(), List.of());
        }
        try (Store store = present.get()) {
            StoreVersion.requireCurrent(store, job);
            return explained(store, () -> new Purge(job, store, clock.instant()).purge(false));
        }
    }

    /**
     * Does it. Killed at any moment, the next purge does the rest.
     *
     * @throws io.mergewell.store.StoreException if a run of the job is at work, or the store cannot be used
     * @throws io.mergewell.review.files.ReviewException if a file cannot be taken away
     */
    public static Purged run(JobFile job, InstantSource clock) {
        try (Store store = Store.open(job.store(), job.name())) {
            return explained(store, () -> {
                Purged purged = new Purge(job, store, clock.instant()).purge(true);
                store.compact();
                return purged;
            });
        }
    }

    static <T> T explained(Store store, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw store.explain(e).map(RuntimeException.class::cast).orElse(e);
        }
    }

    private Purged purge(boolean yes) {
        Needed needed = Needed.of(new Retention(store), now, job.plan().validFor());
        ExpiredFiles files = ExpiredFiles.of(
                new RunFolders(job.reports()),
                needed,
                now.minus(job.keep().reports()),
                now.minus(job.keep().snapshots()));
        PastReviews reviews = PastReviews.of(
                job,
                store,
                now.minus(job.keep().reports()),
                now.minus(job.plan().validFor()));
        ExpiredRows rows = new ExpiredRows(job, store, needed, now);
        List<String> kept = new ArrayList<>(files.kept());
        kept.addAll(reviews.kept());
        kept.addAll(rows.kept());
        List<Purged.File> going = Stream.concat(files.expired().stream(), reviews.taken().stream())
                .map(file -> new Purged.File(file, file.toFile().length()))
                .toList();
        Purged purged = new Purged(yes, going, rows.count(), kept, files.foreign());
        if (yes) {
            forgetCopy(files.expired());
            files.delete();
            reviews.taken().forEach(AtomicFile::remove);
            FailPoint.hit("before-purge-commit");
            rows.delete();
        }
        return purged;
    }

    /** The newest cleaned copy is written once for each state of its file: when it goes, the next apply writes it anew. */
    private void forgetCopy(List<Path> files) {
        if (files.stream().anyMatch(file -> file.endsWith(Rewriting.FILE))) {
            new Inputs(store).forgetCopy();
        }
    }
}
