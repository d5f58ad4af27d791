package io.mergewell.job.dryrun;

import io.mergewell.crm.CrmException;
import io.mergewell.job.JobException;
import io.mergewell.job.JobFile;
import io.mergewell.job.RunChoice;
import io.mergewell.job.RunProgress;
import io.mergewell.job.StopSignal;
import io.mergewell.job.batch.BatchRun;
import io.mergewell.job.crm.Crm;
import io.mergewell.job.crm.CrmDoors;
import io.mergewell.job.crm.SameSource;
import io.mergewell.job.run.EarlyEnd;
import io.mergewell.job.run.Opening;
import io.mergewell.job.run.RunContext;
import io.mergewell.review.summary.Summary;
import io.mergewell.store.FailPoint;
import io.mergewell.store.Store;
import io.mergewell.store.StoreException;
import io.mergewell.store.memory.Run;
import io.mergewell.store.memory.Runs;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;

/** The command {@code dry-run}: reads, matches, plans and reports, or goes on with a run that was interrupted. */
public final class DryRun {

    private final JobFile file;
    private final RunProgress progress;
    private final StopSignal stop;
    private final Clock clock;
    private final Supplier<Crm> doors;
    private final List<String> notes = new ArrayList<>();

    DryRun(JobFile file, RunProgress progress, StopSignal stop, Clock clock, Supplier<Crm> doors) {
        this.file = file;
        this.progress = progress;
        this.stop = stop;
        this.clock = clock;
        this.doors = doors;
    }

    /**
     * Does a dry run. It never changes the CRM.
     *
     * @param progress hears how far it is
     * @param stop ends it between two commits
     * @return what was found, with the files that were written
     * @throws StoreException if another run of the job is at work, or the store cannot be used
     * @throws CrmException if the CRM cannot be read
     * @throws io.mergewell.review.files.ReviewException if the report cannot be written
     * @throws JobException if it was asked to stop
     */
    public static Summary run(JobFile file, RunProgress progress, StopSignal stop) {
        return new DryRun(file, progress, stop, Clock.systemUTC(), () -> CrmDoors.open(file.crm(), stop)).run();
    }

    Summary run() {
        return Opening.of(file, doors, this::run);
    }

    private Summary run(Store store, Crm crm) {
        new SameSource(store, file).require(crm).ifPresent(notes::add);
        Runs runs = new Runs(store);
        List<String> earlier = runs.newest(1).stream().map(Run::id).toList();
        Run chosen = new RunChoice(runs, DryRunJob.NAME, "the job file or its source has changed.")
                .choose(work(crm), clock.instant(), notes);
        FailPoint.hit("after-run-row");
        RunContext run = new RunContext(file, DryRunJob.NAME, chosen, store, crm, progress, stop, clock);
        notes.forEach(run::note);
        new EarlyEnd(run, new DryRunEpilogue(run))
                .watch(() -> new BatchRun(store, DryRunJob.class).run(chosen.id(), earlier, run));
        return run.summary();
    }

    /** What a run works on: the job file alone does not say, since it may name variables and the sandbox. */
    private String work(Crm crm) {
        return DigestUtils.sha256Hex(file.digest() + " " + crm.sourceDigest());
    }
}
