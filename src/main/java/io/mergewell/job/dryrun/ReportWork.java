package io.mergewell.job.dryrun;

import io.mergewell.cluster.Resolution;
import io.mergewell.crm.connect.WayOut;
import io.mergewell.job.ReportOnly;
import io.mergewell.job.RunExit;
import io.mergewell.job.batch.Work;
import io.mergewell.job.run.RunContext;
import io.mergewell.job.run.RunPage;
import io.mergewell.plan.Decision;
import io.mergewell.plan.PairDecision;
import io.mergewell.plan.Plan;
import io.mergewell.plan.wording.Wording;
import io.mergewell.review.ModelFile;
import io.mergewell.review.ReviewFiles;
import io.mergewell.review.files.Artefact;
import io.mergewell.review.files.LatestRun;
import io.mergewell.review.summary.Summary;
import io.mergewell.review.summary.SummaryFile;
import io.mergewell.store.FailPoint;
import io.mergewell.store.memory.Decisions;
import io.mergewell.store.memory.Matches;
import io.mergewell.store.memory.Plans;
import io.mergewell.store.memory.Run;
import io.mergewell.store.memory.RunStatus;
import io.mergewell.store.memory.Runs;
import io.mergewell.store.mirror.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the plan down for people, and ends the run. */
final class ReportWork implements Work {

    private static final double ROUNDING = 1e-9;

    private final RunContext run;
    private final Plans plans;
    private final Runs runs;
    private @Nullable Plan frozen;

    ReportWork(RunContext run, Plans plans) {
        this.run = run;
        this.plans = plans;
        this.runs = new Runs(run.store());
    }

    @Override
    public Progress doSome() {
        run.stop().check();
        Run begun = runs.find(run.runId()).orElseThrow();
        Plan plan = frozen;
        if (plan != null) {
            report(begun, plan);
            return Progress.DONE;
        }
        run.announcer().stepStarted("report");
        frozen = Optional.ofNullable(begun.planId())
                .flatMap(plans::find)
                .orElseThrow(() -> new IllegalStateException("Nothing was planned in this run."));
        new NameReading(run).learn(frozen);
        runs.count(run.runId(), run.crm().unrecordedUsage());
        run.store().afterCommit(() -> {
            run.crm().usageRecorded();
            FailPoint.hit("after-names-commit");
        });
        return Progress.MORE;
    }

    private void report(Run begun, Plan plan) {
        Resolution match =
                new Matches(run.store()).findWithoutGroups(run.runId()).orElseThrow();
        List<PairDecision> held = new Decisions(run.store()).all(Decision.HOLD);
        Wording wording = new Wording(new Terms(run.store()).vocabulary());
        List<Artefact> artefacts = new ArrayList<>(ReviewFiles.write(run.folder(), wording.of(plan), held));
        artefacts.add(RunPage.write(run, plan, match.thresholds(), Map.of()));
        artefacts.add(ModelFile.write(run.folder(), match.model()));
        RejectionFile.write(run.folder(), runs.rejections(run.runId())).ifPresent(artefacts::add);
        FailPoint.hit("after-report-files");
        Summary summary = summary(begun, match, plan, artefacts);
        SummaryFile.write(run.folder(), summary);
        LatestRun.pointTo(run.folder());
        FailPoint.hit("before-report-commit");
        runs.summarise(run.runId(), SummaryFile.toJson(summary));
        runs.end(run.runId(), RunStatus.COMPLETED, RunExit.DONE, summary.endedAt());
        run.store().afterCommit(() -> committed(summary));
    }

    private boolean applies() {
        return !(run.crm().out() instanceof WayOut.None);
    }

    /** A job that asks for less than what can be told from chance is told so. */
    private static Optional<String> raised(String key, @Nullable Double wanted, double used) {
        return wanted == null || used <= wanted + ROUNDING
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s %s is below the lowest that is possible here; %.6f was used instead.",
                        key,
                        wanted,
                        used));
    }

    private List<String> reportOnly() {
        return run.crm().out() instanceof WayOut.None none ? List.of(none.why() + " " + ReportOnly.USE) : List.of();
    }

    private Summary summary(Run begun, Resolution match, Plan plan, List<Artefact> artefacts) {
        List<String> notes = new ArrayList<>(run.notes());
        notes.addAll(RejectionFile.note(begun.counts().rejected(), Runs.LISTED_REJECTIONS));
        notes.addAll(ForgottenAgain.note(run.store()));
        notes.addAll(match.notes());
        notes.addAll(plan.notes());
        raised(
                        "match.review-threshold",
                        run.file().match().reviewThreshold(),
                        match.thresholds().review())
                .ifPresent(notes::add);
        notes.addAll(reportOnly());
        return new Summary(
                run.file().name(),
                run.runId(),
                DryRunJob.NAME,
                RunStatus.COMPLETED.name(),
                RunExit.DONE,
                begun.startedAt(),
                run.clock().instant(),
                Summary.Counts.planned(plan, begun.counts().pages(), match.pairsCompared(), match.pairsAboveReview()),
                new Summary.Api(
                        begun.counts().calls(),
                        begun.counts().tokens(),
                        begun.counts().retries()),
                Summary.PlanIdentity.of(plan),
                artefacts,
                NextSteps.after(run.file(), plan, run.folder().resolve(ReviewFiles.REVIEW), applies()),
                notes,
                match.details(),
                run.crm().truth().map(truth -> Truth.quality(truth, plan)).orElse(null),
                begun.resumes());
    }

    private void committed(Summary summary) {
        run.finishedWith(summary);
        run.announcer().ended(summary.status());
        FailPoint.hit("after-report-commit");
    }
}
