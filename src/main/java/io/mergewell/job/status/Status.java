package io.mergewell.job.status;

import io.mergewell.job.JobFile;
import io.mergewell.job.NextCommand;
import io.mergewell.job.RunExit;
import io.mergewell.job.status.standing.Standing;
import io.mergewell.review.files.LatestRun;
import io.mergewell.review.receipt.ApplyFiles;
import io.mergewell.review.words.Counted;
import io.mergewell.store.Store;
import io.mergewell.store.StoreException;
import io.mergewell.store.ledger.OpenRows;
import io.mergewell.store.memory.Runs;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The command {@code status}: looks, and changes nothing. It never waits for a run that is at work. */
public final class Status {

    private static final int SHOWN = 10;

    private final JobFile job;
    private final SummaryFolder summaries;

    private final Clock clock;

    Status(JobFile job) {
        this(job, Clock.system(ZoneId.systemDefault()));
    }

    Status(JobFile job, Clock clock) {
        this.job = job;
        this.clock = clock;
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
            Optional<Store> present = Store.look(job.store(), job.name());
            if (present.isEmpty()) {
                return report(null, null, List.of(), nextStep(List.of()));
            }
            try (Store store = present.get()) {
                return report(store);
            }
        } catch (StoreException.Locked e) {
            return held(
                    summaries.newest(SHOWN), "Another process has the store open, so that this is from the reports.");
        }
    }

    /** From an open store. */
    StatusReport report(Store store) {
        try {
            List<PastRun> runs = history(store);
            if (store.isAtWork()) {
                return held(runs, "A run is at work, and did not write down here how far it is.");
            }
            return store.isOutdated()
                    ? report(null, null, runs, nextStep(runs))
                    : idle(Standing.of(job, store, clock), runs);
        } catch (RuntimeException e) {
            throw store.explain(e).map(RuntimeException.class::cast).orElse(e);
        }
    }

    /** What waits is applied first, and that asks the CRM about what is in doubt. */
    private StatusReport idle(Standing standing, List<PastRun> runs) {
        OpenRows open = standing.open();
        String next = nextStep(runs);
        boolean reportOnly = next.startsWith(NextCommand.of("decisions", job.path()));
        boolean toApply = open.count() > 0 || (standing.inbox().isWaiting() && !reportOnly);
        return new StatusReport(
                job.name(),
                null,
                null,
                open.count() == 0 ? unwell(runs) : toBeDone(open),
                standing,
                runs,
                LatestRun.of(job.reports()).orElse(null),
                toApply ? NextCommand.of("apply", job.path()) : next);
    }

    private static String toBeDone(OpenRows open) {
        return Counted.of(open.count(), "approved row") + " not done yet, " + Counted.number(open.doubtful())
                + " of them with a call whose outcome is not known: apply asks the CRM before it goes on.";
    }

    /** Where it says which rows of the newest apply run did not end well; null if all did. */
    private @Nullable String unwell(List<PastRun> runs) {
        return runs.stream()
                .filter(run -> run.command().equals("apply"))
                .findFirst()
                .filter(run -> Objects.equals(run.exitCode(), RunExit.PARTLY))
                .map(run -> job.reports().resolve(run.runId()).resolve(ApplyFiles.RECEIPTS))
                .filter(Files::exists)
                .map(receipts -> "Rows of the last apply are in conflict, were refused or are in doubt: " + receipts
                        + " says which (row_key) and why (reason).")
                .orElse(null);
    }

    private StatusReport held(List<PastRun> runs, String unlessAtWork) {
        String again = NextCommand.of("status", job.path());
        return new StatusFile(job.reports())
                .read()
                .filter(LiveRun::running)
                .map(live -> report(live, null, without(live, runs), again))
                .orElseGet(() -> report(null, unlessAtWork, runs, again));
    }

    private StatusReport report(@Nullable LiveRun live, @Nullable String note, List<PastRun> runs, String nextStep) {
        return new StatusReport(
                job.name(),
                live,
                note,
                null,
                null,
                runs,
                LatestRun.of(job.reports()).orElse(null),
                nextStep);
    }

    private List<PastRun> history(Store store) {
        boolean outdated = store.isOutdated();
        try {
            return new Runs(store).newest(SHOWN).stream().map(PastRun::of).toList();
        } catch (RuntimeException e) {
            if (outdated) {
                return summaries.newest(SHOWN);
            }
            throw e;
        }
    }

    private static List<PastRun> without(LiveRun live, List<PastRun> runs) {
        return runs.stream().filter(run -> !run.runId().equals(live.runId())).toList();
    }

    private String nextStep(List<PastRun> runs) {
        return runs.stream()
                .findFirst()
                .filter(newest -> !newest.unfinished())
                .flatMap(newest -> summaries.nextStep(newest.runId()))
                .filter(next -> !next.equals(NextCommand.of("status", job.path())))
                .orElseGet(() -> NextCommand.of("dry-run", job.path()));
    }
}
