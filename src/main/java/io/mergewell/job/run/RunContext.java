package io.mergewell.job.run;

import io.mergewell.job.JobFile;
import io.mergewell.job.RunProgress;
import io.mergewell.job.StopSignal;
import io.mergewell.job.crm.Crm;
import io.mergewell.job.status.RunAnnouncer;
import io.mergewell.review.files.Artefact;
import io.mergewell.review.summary.Summary;
import io.mergewell.store.Store;
import io.mergewell.store.memory.Run;
import io.mergewell.store.memory.RunStatus;
import io.mergewell.store.memory.Runs;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the parts of one run share. */
public final class RunContext {

    private final JobFile file;
    private final String command;
    private final String runId;
    private final Store store;
    private final Crm crm;
    private final RunAnnouncer announcer;
    private final StopSignal stop;
    private final Clock clock;
    private final List<String> notes = new ArrayList<>();
    private @Nullable Summary summary;

    /**
     * Announces the run.
     *
     * @param command such as {@code dry-run}
     * @param chosen the run to begin or to go on with
     * @param progress hears how far it is
     */
    public RunContext(
            JobFile file,
            String command,
            Run chosen,
            Store store,
            Crm crm,
            RunProgress progress,
            StopSignal stop,
            Clock clock) {
        this.file = file;
        this.command = command;
        this.runId = chosen.id();
        this.store = store;
        this.crm = crm;
        this.announcer = new RunAnnouncer(file, chosen.id(), command, chosen.startedAt(), progress, clock);
        this.stop = stop;
        this.clock = clock;
    }

    public JobFile file() {
        return file;
    }

    public String runId() {
        return runId;
    }

    public Store store() {
        return store;
    }

    public Crm crm() {
        return crm;
    }

    public RunAnnouncer announcer() {
        return announcer;
    }

    public StopSignal stop() {
        return stop;
    }

    public Clock clock() {
        return clock;
    }

    /** Where this run's files go. */
    public Path folder() {
        return file.reports().resolve(runId);
    }

    /** Adds a sentence to the summary, once. */
    public void note(String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
        }
    }

    /** Sentences about the run itself for the summary. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /**
     * The summary of a run that made no plan, as far as it is.
     *
     * @param artefacts the files it wrote
     * @param nextStep the next command to type
     */
    public Summary summed(
            RunStatus status, int exitCode, Summary.Counts counts, List<Artefact> artefacts, String nextStep) {
        Run run = new Runs(store).find(runId).orElseThrow();
        return new Summary(
                file.name(),
                runId,
                command,
                status.name(),
                exitCode,
                run.startedAt(),
                clock.instant(),
                counts,
                new Summary.Api(
                        run.counts().calls(),
                        run.counts().tokens(),
                        run.counts().retries()),
                null,
                artefacts,
                nextStep,
                notes(),
                List.of(),
                null,
                run.resumes());
    }

    /** The run has ended with this. */
    public void finishedWith(Summary finished) {
        summary = finished;
    }

    /** What the run has ended with; only once it has. */
    public Summary summary() {
        return Objects.requireNonNull(summary, "The summary is not written yet.");
    }
}
