package io.mergewell.job.dryrun;

import io.mergewell.job.JobFile;
import io.mergewell.job.StopSignal;
import io.mergewell.job.crm.Crm;
import io.mergewell.job.status.RunAnnouncer;
import io.mergewell.review.Summary;
import io.mergewell.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the steps of one run share. */
final class RunContext {

    private final JobFile file;
    private final String runId;
    private final Store store;
    private final Crm crm;
    private final RunAnnouncer announcer;
    private final StopSignal stop;
    private final Clock clock;
    private final List<String> notes = new ArrayList<>();
    private @Nullable Summary summary;

    RunContext(
            JobFile file,
            String runId,
            Store store,
            Crm crm,
            RunAnnouncer announcer,
            StopSignal stop,
            Clock clock,
            List<String> notes) {
        this.file = file;
        this.runId = runId;
        this.store = store;
        this.crm = crm;
        this.announcer = announcer;
        this.stop = stop;
        this.clock = clock;
        this.notes.addAll(notes);
    }

    JobFile file() {
        return file;
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

    RunAnnouncer announcer() {
        return announcer;
    }

    StopSignal stop() {
        return stop;
    }

    Clock clock() {
        return clock;
    }

    /** Where this run's report goes. */
    Path folder() {
        return file.reports().resolve(runId);
    }

    /** Sentences about the run itself for the summary. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    void finishedWith(Summary finished) {
        summary = finished;
    }

    /** Only once the report is written. */
    Summary summary() {
        return Objects.requireNonNull(summary, "The report is not written yet.");
    }
}
