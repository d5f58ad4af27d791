package io.mergewell.job.restore;

import io.mergewell.apply.act.Bench;
import io.mergewell.apply.act.Snapshots;
import io.mergewell.apply.restore.RestorePlan;
import io.mergewell.apply.restore.Restoring;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.PersonWriter;
import io.mergewell.crm.Waiter;
import io.mergewell.job.JobFile;
import io.mergewell.job.RunChoice;
import io.mergewell.job.RunExit;
import io.mergewell.job.RunProgress;
import io.mergewell.job.StopSignal;
import io.mergewell.job.crm.Crm;
import io.mergewell.job.crm.CrmDoors;
import io.mergewell.job.status.RunAnnouncer;
import io.mergewell.normalise.Phones;
import io.mergewell.review.Counted;
import io.mergewell.review.ReviewException;
import io.mergewell.review.Summary;
import io.mergewell.review.SummaryFile;
import io.mergewell.store.Store;
import io.mergewell.store.memory.Run;
import io.mergewell.store.memory.RunStatus;
import io.mergewell.store.memory.Runs;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;

/** The command {@code restore --yes}: takes an apply run back, or goes on with it. */
public final class RestoreRun {

    static final String NAME = "restore";

    private final JobFile file;
    private final String appliedBy;
    private final RunProgress progress;
    private final StopSignal stop;
    private final Waiter waiter;
    private final Clock clock;
    private final Supplier<Crm> doors;
    private final List<String> notes = new ArrayList<>();

    RestoreRun(
            JobFile file,
            String appliedBy,
            RunProgress progress,
            StopSignal stop,
            Waiter waiter,
            Clock clock,
            Supplier<Crm> doors) {
        this.file = file;
        this.appliedBy = appliedBy;
        this.progress = progress;
        this.stop = stop;
        this.waiter = waiter;
        this.clock = clock;
        this.doors = doors;
    }

    /**
     * Restores what a run applied, as far as the CRM lets it.
     *
     * @param appliedBy the apply run
     * @param progress hears how far it is
     * @param stop ends it between two writes
     * @return what was done, with the files that were written
     * @throws io.mergewell.apply.restore.RestoreException if there is no such run, it applied nothing, or its snapshots
     *     are missing or damaged: then nothing was sent
     * @throws io.mergewell.store.StoreException if another run of the job is at work, or the store cannot be used
     * @throws CrmException if the CRM cannot be worked with, or this kind of it lets nobody be created
     */
    public static Summary run(JobFile file, String appliedBy, RunProgress progress, StopSignal stop) {
        return new RestoreRun(
                        file,
                        appliedBy,
                        progress,
                        stop,
                        stop,
                        Clock.system(ZoneId.systemDefault()),
                        () -> CrmDoors.open(file.crm(), stop))
                .run();
    }

    Summary run() {
        try (Store store = Store.open(file.store(), file.name())) {
            try (Crm crm = doors.get()) {
                return run(store, crm);
            } catch (RuntimeException e) {
                throw store.explain(e).map(RuntimeException.class::cast).orElse(e);
            }
        }
    }

    private Summary run(Store store, Crm crm) {
        new RightPlace(store, file).require(crm);
        PersonWriter writer = crm.writer().filter(PersonWriter::creates).orElseThrow(() -> byHand(store, crm));
        RestorePlan plan = RestorePlan.of(store, appliedBy, file.reports(), writer);
        Run chosen = new RunChoice(new Runs(store), NAME, "another run is to be restored.")
                .choose(work(crm), clock.instant(), notes);
        RunAnnouncer announcer = new RunAnnouncer(file, chosen.id(), NAME, chosen.startedAt(), progress, clock);
        try {
            restore(plan, bench(store, crm, writer, chosen.id()), announcer);
            return ended(store, crm, plan, chosen.id(), announcer);
        } catch (RuntimeException e) {
            throw endedEarly(store, crm, plan, chosen.id(), announcer, e);
        }
    }

    private CrmException.Misconfigured byHand(Store store, Crm crm) {
        long lost =
                RestorePlan.of(store, appliedBy, file.reports(), null).rows().size();
        return new CrmException.Misconfigured("Nothing can be restored to " + crm.place() + " by this version, and"
                + " nothing was sent. By hand: " + Counted.of(lost, "person") + " to be created anew from "
                + file.reports().resolve(appliedBy).resolve(Snapshots.FILE) + ", and what they brought to be taken off"
                + " their survivors; without --yes the command names them.");
    }

    private void restore(RestorePlan plan, Bench bench, RunAnnouncer announcer) {
        announcer.stepStarted(NAME);
        Restoring restoring = new Restoring(bench, plan);
        for (int step = 0; step < restoring.steps(); step++) {
            stop.check();
            restoring.step(step);
            announcer.advanced(Counted.number(step + 1) + " of " + Counted.of(restoring.steps(), "survivor")
                    + " and deletions done");
        }
    }

    private Summary ended(Store store, Crm crm, RestorePlan plan, String runId, RunAnnouncer announcer) {
        Runs runs = new Runs(store);
        runs.count(runId, crm.unrecordedUsage());
        crm.usageRecorded();
        RestoreReceipts receipts = receipts(store, plan, runId);
        int code = receipts.isAllWell() ? RunExit.DONE : RunExit.PARTLY;
        Summary summary = receipts.write(RunStatus.COMPLETED, code);
        store.write(() -> {
            runs.summarise(runId, SummaryFile.toJson(summary));
            runs.end(runId, RunStatus.COMPLETED, code, summary.endedAt());
        });
        announcer.ended(summary.status());
        return summary;
    }

    /** The failure as a sentence where there is one, after the run's history says how it ended. */
    private RuntimeException endedEarly(
            Store store, Crm crm, RestorePlan plan, String runId, RunAnnouncer announcer, RuntimeException failure) {
        RuntimeException explained =
                store.explain(failure).map(RuntimeException.class::cast).orElse(failure);
        int code = RunExit.codeOf(explained).orElse(RunExit.BUG);
        RunStatus status = code == RunExit.STOPPED ? RunStatus.STOPPED : RunStatus.FAILED;
        try {
            if (code != RunExit.BUG) {
                notes.add(Objects.requireNonNullElse(explained.getMessage(), ""));
            }
            Runs runs = new Runs(store);
            runs.count(runId, crm.unrecordedUsage());
            runs.end(runId, status, code, clock.instant());
            if (!(explained instanceof ReviewException)) {
                runs.summarise(
                        runId, SummaryFile.toJson(receipts(store, plan, runId).write(status, code)));
            }
        } catch (RuntimeException e) {
            // The store or the disk is what failed: the next run finds this one killed, which is as good.
            explained.addSuppressed(e);
        }
        announcer.ended(status.name());
        return explained;
    }

    private RestoreReceipts receipts(Store store, RestorePlan plan, String runId) {
        return new RestoreReceipts(file, store, plan, runId, clock, notes);
    }

    private Bench bench(Store store, Crm crm, PersonWriter writer, String runId) {
        Path folder = file.reports().resolve(runId);
        return new Bench(
                runId,
                store,
                crm.source(),
                writer,
                file.apply(),
                new Phones(file.match().phoneRegion()),
                duration -> {
                    stop.check();
                    waiter.await(duration);
                },
                clock,
                new Snapshots(folder, runId));
    }

    private String work(Crm crm) {
        return DigestUtils.sha256Hex(NAME + " " + appliedBy + " " + crm.sourceDigest());
    }
}
