package io.mergewell.job.apply;

import io.mergewell.apply.act.Acting;
import io.mergewell.job.JobFile;
import io.mergewell.job.StopSignal;
import io.mergewell.job.crm.Crm;
import io.mergewell.job.status.RunAnnouncer;
import io.mergewell.review.Summary;
import io.mergewell.review.decided.DecidedReview;
import io.mergewell.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the steps of one apply run share. */
final class ApplyContext {

    private final JobFile file;
    private final @Nullable DecidedReview review;
    private final String runId;
    private final Store store;
    private final Crm crm;
    private final Acting acting;
    private final RunAnnouncer announcer;
    private final StopSignal stop;
    private final Clock clock;
    private final List<String> notes = new ArrayList<>();
    private @Nullable Summary summary;

    ApplyContext(
            JobFile file,
            @Nullable DecidedReview review,
            String runId,
            Store store,
            Crm crm,
            Acting acting,
            RunAnnouncer announcer,
            StopSignal stop,
            Clock clock) {
        this.file = file;
        this.review = review;
        this.runId = runId;
        this.store = store;
        this.crm = crm;
        this.acting = acting;
        this.announcer = announcer;
        this.stop = stop;
        this.clock = clock;
    }

    JobFile file() {
        return file;
    }

    /** The review that was named; null for those of the inbox. */
    @Nullable
    DecidedReview review() {
        return review;
    }

    String runId() {
        return runId;
    }

    Store store() {
        return store;
    }

    Crm crm() {
        return crm;
    }

    Acting acting() {
        return acting;
    }

    RunAnnouncer announcer() {
        return announcer;
    }

    StopSignal stop() {
        return stop;
    }

    Clock clock() {
        return clock;
    }

    /** Where this run's files go. */
    Path folder() {
        return file.reports().resolve(runId);
    }

    /** Adds a sentence to the summary. */
    void note(String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
        }
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    void finishedWith(Summary finished) {
        summary = finished;
    }

    /** Only once the receipts are written. */
    Summary summary() {
        return Objects.requireNonNull(summary, "The receipts are not written yet.");
    }
}
