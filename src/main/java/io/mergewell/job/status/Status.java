package io.mergewell.job.status;

import io.mergewell.job.JobFile;
import io.mergewell.job.NextCommand;
import io.mergewell.review.LatestRun;
import io.mergewell.store.Store;
import io.mergewell.store.StoreException;
import io.mergewell.store.memory.Runs;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The command {@code status}: looks, and changes nothing. It never waits for a run that is at work. */
public final class Status {

    private static final int SHOWN = 10;

    private final JobFile job;
    private final SummaryFolder summaries;

    private Status(JobFile job) {
        this.job = job;
        this.summaries = new SummaryFolder(job.reports());
    }

    /**
     * How a job stands: from its store, or while a run holds that, from what the run writes down.
     *
     * @throws StoreException if the store cannot be read for another reason than that a run holds it
     */
    public static StatusReport of(JobFile job) {
        return new Status(job).report();
    }

    private StatusReport report() {
        try {
            List<PastRun> runs = history();
            return report(null, runs, nextStep(runs));
        } catch (StoreException.Locked e) {
            @Nullable LiveRun live = new StatusFile(job.reports()).read().orElse(null);
            return report(live, summaries.newest(SHOWN), NextCommand.of("status", job.path()));
        }
    }

    private StatusReport report(@Nullable LiveRun live, List<PastRun> runs, String nextStep) {
        return new StatusReport(
                job.name(), live, runs, LatestRun.of(job.reports()).orElse(null), nextStep);
    }

    private List<PastRun> history() {
        Optional<Store> present = Store.openExisting(job.store(), job.name());
        if (present.isEmpty()) {
            return List.of();
        }
        try (Store store = present.get()) {
            return new Runs(store).newest(SHOWN).stream().map(PastRun::of).toList();
        }
    }

    private String nextStep(List<PastRun> runs) {
        return runs.stream()
                .findFirst()
                .filter(newest -> !newest.unfinished())
                .flatMap(newest -> summaries.nextStep(newest.runId()))
                .orElseGet(() -> NextCommand.of("dry-run", job.path()));
    }
}
