package io.mergewell.job.apply;

import io.mergewell.apply.Rounds;
import io.mergewell.apply.act.Acting;
import io.mergewell.apply.admission.Inbox;
import io.mergewell.apply.admission.ValidPlans;
import io.mergewell.apply.rewrite.Rewriting;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.Waiter;
import io.mergewell.crm.connect.WayOut;
import io.mergewell.job.JobException;
import io.mergewell.job.JobFile;
import io.mergewell.job.ReportOnly;
import io.mergewell.job.RunChoice;
import io.mergewell.job.RunProgress;
import io.mergewell.job.StopSignal;
import io.mergewell.job.batch.BatchRun;
import io.mergewell.job.crm.Crm;
import io.mergewell.job.crm.CrmDoors;
import io.mergewell.job.crm.SameSource;
import io.mergewell.job.run.EarlyEnd;
import io.mergewell.job.run.Opening;
import io.mergewell.job.run.RunBench;
import io.mergewell.job.run.RunContext;
import io.mergewell.normalise.Phones;
import io.mergewell.review.ReviewFiles;
import io.mergewell.review.decided.DecidedReview;
import io.mergewell.review.decided.RefusedReviewException;
import io.mergewell.review.files.LatestRun;
import io.mergewell.review.summary.Summary;
import io.mergewell.store.FailPoint;
import io.mergewell.store.Store;
import io.mergewell.store.StoreException;
import io.mergewell.store.memory.HandedIn;
import io.mergewell.store.memory.Plans;
import io.mergewell.store.memory.Run;
import io.mergewell.store.memory.Runs;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** The command {@code apply}: does what was approved, or goes on with it. */
public final class ApplyRun {

    private final JobFile file;
    private final @Nullable DecidedReview review;
    private final RunProgress progress;
    private final StopSignal stop;
    private final Waiter waiter;
    private final Clock clock;
    private final Supplier<Crm> doors;
    private final List<String> notes = new ArrayList<>();

    /** @param waiter lets time pass where the CRM asks for it */
    ApplyRun(
            JobFile file,
            @Nullable DecidedReview review,
            RunProgress progress,
            StopSignal stop,
            Waiter waiter,
            Clock clock,
            Supplier<Crm> doors) {
        this.file = file;
        this.review = review;
        this.progress = progress;
        this.stop = stop;
        this.waiter = waiter;
        this.clock = clock;
        this.doors = doors;
    }

    /**
     * Applies approved rows. Days, by which the caps count, are those of this machine's time zone.
     *
     * @param review the decided review; null for those in the job's inbox
     * @param progress hears how far it is
     * @param stop ends it between two writes
     * @return what was done, with the files that were written
     * @throws io.mergewell.review.decided.RefusedReviewException if a review is refused: then nothing was sent
     * @throws StoreException if another run of the job is at work, or the store cannot be used
     * @throws CrmException if the CRM cannot be worked with
     * @throws JobException if this kind of CRM cannot be changed, or it was asked to stop
     */
    public static Summary run(JobFile file, @Nullable Path review, RunProgress progress, StopSignal stop) {
        Clock clock = Clock.system(ZoneId.systemDefault());
        @Nullable DecidedReview decided = review == null ? null : RefusedInFull.read(review, file, clock);
        return new ApplyRun(file, decided, progress, stop, stop, clock, () -> CrmDoors.open(file.crm(), stop)).run();
    }

    Summary run() {
        return Opening.of(file, doors, this::run);
    }

    private Summary run(Store store, Crm crm) {
        if (crm.out() instanceof WayOut.None none) {
            throw unsuited(none, crm);
        }
        new SameSource(store, file).require(crm).ifPresent(another -> {
            throw new StoreException.Misconfigured("The store of job " + file.name() + " holds persons of another"
                    + " source than " + crm.place() + ", so nothing was applied. Make a dry run first.");
        });
        Runs runs = new Runs(store);
        List<String> earlier = runs.newest(1).stream().map(Run::id).toList();
        Run chosen = new RunChoice(runs, ApplyJob.NAME, "another review was handed in.")
                .choose(work(store, crm), clock.instant(), notes);
        FailPoint.hit("after-run-row");
        RunContext run = new RunContext(file, ApplyJob.NAME, chosen, store, crm, progress, stop, clock);
        notes.forEach(run::note);
        Applying applying = new Applying(run, review, rounds(run));
        new EarlyEnd(run, new ApplyEpilogue(applying))
                .watch(() -> new BatchRun(store, ApplyJob.class).run(chosen.id(), earlier, applying));
        return run.summary();
    }

    private JobException.Unsuited unsuited(WayOut.None none, Crm crm) {
        Path decided =
                review == null ? file.reports().resolve(LatestRun.NAME).resolve(ReviewFiles.REVIEW) : review.file();
        return new JobException.Unsuited(
                none.why() + " Nothing was sent to " + crm.place() + ". " + ReportOnly.USE,
                ReportOnly.next(file, decided));
    }

    private Rounds rounds(RunContext run) {
        WayOut out = run.crm().out();
        return out instanceof WayOut.Calls calls
                ? new Acting(RunBench.of(run, calls, waiter))
                : new Rewriting(
                        run.runId(),
                        run.store(),
                        ((WayOut.Copy) out).rewriter(),
                        run.folder(),
                        new Phones(run.file().match().phoneRegion()),
                        out.capabilities().room(),
                        clock);
    }

    /** Where nothing is handed in, what is to be done is what an unfinished run was about. */
    private String work(Store store, Crm crm) {
        String handedIn =
                DigestUtils.sha256Hex((review == null ? "inbox" : review.sha256()) + " " + crm.sourceDigest());
        return crm.out() instanceof WayOut.Calls && isNothingHandedIn(store)
                ? new Runs(store)
                        .unfinished(ApplyJob.NAME).stream()
                                .map(Run::work)
                                .findFirst()
                                .orElse(handedIn)
                : handedIn;
    }

    private boolean isNothingHandedIn(Store store) {
        if (review != null) {
            return false;
        }
        HandedIn earlier = new HandedIn(store);
        ValidPlans plans =
                new ValidPlans(new Plans(store, file.name()), file.plan().validFor(), clock, planId -> true);
        try {
            return new Inbox(file.apply().inbox(), plans, earlier)
                    .take().reviews().stream().allMatch(found -> earlier.contains(found.sha256()));
        } catch (RefusedReviewException e) {
            // Taking it in says so, with all that is wrong.
            return false;
        }
    }
}
