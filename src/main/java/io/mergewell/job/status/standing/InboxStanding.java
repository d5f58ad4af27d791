package io.mergewell.job.status.standing;

import io.mergewell.apply.admission.Inbox;
import io.mergewell.apply.admission.ValidPlans;
import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.job.JobFile;
import io.mergewell.review.decided.DecidedReview;
import io.mergewell.review.decided.RefusedReviewException;
import io.mergewell.store.Store;
import io.mergewell.store.memory.HandedIn;
import io.mergewell.store.memory.Inputs;
import io.mergewell.store.memory.Plans;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a job's inbox.
 *
 * @param waiting decided reviews that apply has not taken yet, the oldest first
 * @param taken decided reviews that it has taken before: they change nothing any more
 * @param refused why apply would refuse the whole inbox; null if it would not
 */
public record InboxStanding(
        Path folder,
        List<Path> waiting,
        int taken,
        @Nullable String refused) {

    public InboxStanding {
        waiting = List.copyOf(waiting);
    }

    /** Whether the next apply has something to take from it. */
    public boolean isWaiting() {
        return refused == null && !waiting.isEmpty();
    }

    static InboxStanding of(JobFile job, Store store, Clock clock) {
        Path folder = job.apply().inbox();
        HandedIn handedIn = new HandedIn(store);
        ValidPlans plans = new ValidPlans(
                new Plans(store, job.name()), job.plan().validFor(), clock, isOfPresentInput(job, new Inputs(store)));
        try {
            List<DecidedReview> found =
                    new Inbox(folder, plans, handedIn).take().reviews();
            List<Path> waiting = found.stream()
                    .filter(review -> !handedIn.contains(review.sha256()))
                    .map(DecidedReview::file)
                    .toList();
            return new InboxStanding(folder, waiting, found.size() - waiting.size(), null);
        } catch (RefusedReviewException e) {
            return new InboxStanding(folder, List.of(), 0, e.getMessage());
        }
    }

    /** A plan of a file counts as long as the file is as it was; it is read when a plan is first asked about. */
    private static Predicate<String> isOfPresentInput(JobFile job, Inputs inputs) {
        if (!(job.crm() instanceof CrmSettings.Csv csv)) {
            return planId -> true;
        }
        return planId -> inputs.of(planId).equals(digest(csv.file()));
    }

    private static Optional<String> digest(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Optional.of(DigestUtils.sha256Hex(bytes));
        } catch (IOException e) {
            // Apply will say so.
            return Optional.empty();
        }
    }
}
