package io.mergewell.job.restore;

import io.mergewell.apply.act.send.Bench;
import io.mergewell.apply.act.send.Snapshots;
import io.mergewell.apply.restore.RestorePlan;
import io.mergewell.apply.restore.Restoring;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.Waiter;
import io.mergewell.crm.connect.WayOut;
import io.mergewell.crm.write.PersonRevival;
import io.mergewell.job.Amount;
import io.mergewell.job.JobException;
import io.mergewell.job.JobFile;
import io.mergewell.job.NextCommand;
import io.mergewell.job.RunChoice;
import io.mergewell.job.RunExit;
import io.mergewell.job.RunProgress;
import io.mergewell.job.StopSignal;
import io.mergewell.job.crm.Crm;
import io.mergewell.job.crm.CrmDoors;
import io.mergewell.job.run.EarlyEnd;
import io.mergewell.job.run.Opening;
import io.mergewell.job.run.RunBench;
import io.mergewell.job.run.RunContext;
import io.mergewell.job.status.RunAnnouncer;
import io.mergewell.review.summary.Summary;
import io.mergewell.review.summary.SummaryFile;
import io.mergewell.review.words.Counted;
import io.mergewell.store.Store;
import io.mergewell.store.memory.Run;
import io.mergewell.store.memory.RunStatus;
import io.mergewell.store.memory.Runs;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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
        return Opening.of(file, doors, this::run);
    }

    private Summary run(Store store, Crm crm) {
        new RightPlace(store, file).require(crm);
        WayOut.Calls calls = crm.calls().orElseThrow(() -> byHand(store, crm));
        PersonRevival revival = calls.writer().revival().orElseThrow(() -> byHand(store, crm));
        RestorePlan plan = RestorePlan.of(store, appliedBy, file.reports(), revival);
        Run chosen = new RunChoice(new Runs(store), NAME, "another run is to be restored.")
                .choose(work(crm), clock.instant(), notes);
        RunContext run = new RunContext(file, NAME, chosen, store, crm, progress, stop, clock);
        notes.forEach(run::note);
        new EarlyEnd(run, new RestoreEpilogue(run, plan)).watch(() -> {
            restore(plan, RunBench.of(run, calls, waiter), revival, run.announcer());
            end(run, plan);
        });
        return run.summary();
    }

    private JobException.Unsuited byHand(Store store, Crm crm) {
        long lost =
                RestorePlan.of(store, appliedBy, file.reports(), null).rows().size();
        return new JobException.Unsuited(
                "Nothing can be restored to " + crm.place() + " by this version, and"
                        + " nothing was sent. By hand: " + Counted.of(lost, "person") + " to be created anew from "
                        + file.reports().resolve(appliedBy).resolve(Snapshots.FILE)
                        + ", and what they brought to be taken off"
                        + " their survivors; without --yes the command names them.",
                NextCommand.of(NAME, file.path(), appliedBy));
    }

    private void restore(RestorePlan plan, Bench bench, PersonRevival revival, RunAnnouncer announcer) {
        announcer.stepStarted(NAME);
        Restoring restoring = new Restoring(bench, revival, plan);
        for (int step = 0; step < restoring.steps(); step++) {
            stop.check();
            restoring.step(step);
            announcer.advanced(Counted.number(step + 1) + " of " + Counted.of(restoring.steps(), "survivor")
                    + " and deletions done");
            announcer.counted(new Amount(step + 1, (long) restoring.steps(), "done"));
        }
    }

    private static void end(RunContext run, RestorePlan plan) {
        Runs runs = new Runs(run.store());
        runs.count(run.runId(), run.crm().unrecordedUsage());
        run.crm().usageRecorded();
        RestoreReceipts receipts = new RestoreReceipts(run, plan);
        int code = receipts.isAllWell() ? RunExit.DONE : RunExit.PARTLY;
        Summary summary = receipts.write(RunStatus.COMPLETED, code);
        run.store().write(() -> {
            runs.summarise(run.runId(), SummaryFile.toJson(summary));
            runs.end(run.runId(), RunStatus.COMPLETED, code, summary.endedAt());
        });
        run.finishedWith(summary);
        run.announcer().ended(summary.status());
    }

    private String work(Crm crm) {
        return DigestUtils.sha256Hex(NAME + " " + appliedBy + " " + crm.sourceDigest());
    }
}
