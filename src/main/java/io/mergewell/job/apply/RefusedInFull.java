package io.mergewell.job.apply;

import io.mergewell.apply.admission.ValidPlans;
import io.mergewell.job.JobFile;
import io.mergewell.review.decided.DecidedReview;
import io.mergewell.review.decided.RefusedReviewException;
import io.mergewell.store.Store;
import io.mergewell.store.StoreException;
import io.mergewell.store.memory.Plans;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** Reads a review that somebody named; one that is refused for what it holds is held against its plan at once, too. */
public final class RefusedInFull {

    private RefusedInFull() {}

    /**
     * The review in a file.
     *
     * @throws RefusedReviewException if anything in it is not as it must be, with all that is wrong with it, as far as the
     *     store can be looked into now
     */
    public static DecidedReview read(Path review, JobFile job, InstantSource clock) {
        try {
            return DecidedReview.read(review);
        } catch (RefusedReviewException refused) {
            throw inFull(refused, job, clock);
        }
    }

    private static RefusedReviewException inFull(RefusedReviewException refused, JobFile job, InstantSource clock) {
        try {
            Optional<Store> present = Store.look(job.store(), job.name());
            if (present.isEmpty()) {
                return refused;
            }
            try (Store store = present.get()) {
                return store.isOutdated()
                        ? refused
                        : new ValidPlans(
                                        new Plans(store, job.name()), job.plan().validFor(), clock, planId -> true)
                                .inFull(refused);
            }
        } catch (StoreException e) {
            // A run is at work: the rest is told once this is mended.
            refused.addSuppressed(e);
            return refused;
        }
    }
}
