package io.mergewell.job.run;

import io.mergewell.crm.connect.WayOut;
import io.mergewell.job.NextCommand;
import io.mergewell.job.ReportOnly;
import io.mergewell.match.Thresholds;
import io.mergewell.normalise.Phones;
import io.mergewell.plan.Decision;
import io.mergewell.plan.Plan;
import io.mergewell.plan.wording.Wording;
import io.mergewell.review.ReviewFiles;
import io.mergewell.review.files.Artefact;
import io.mergewell.review.page.ReviewPage;
import io.mergewell.review.page.RowOutcome;
import io.mergewell.review.page.Successions;
import io.mergewell.store.memory.Decisions;
import io.mergewell.store.mirror.Terms;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page of a run. */
public final class RunPage {

    private RunPage() {}

    /**
     * Writes {@code review.html} into the run's folder.
     *
     * @param thresholds those that matching used; null where nobody knows any more
     * @param outcomes what became of rows that were handed in, by row key
     * @throws io.mergewell.review.files.ReviewException if it cannot be written
     */
    public static Artefact write(
            RunContext run, Plan plan, @Nullable Thresholds thresholds, Map<String, RowOutcome> outcomes) {
        Path review = Path.of(ReviewFiles.REVIEW);
        WayOut out = run.crm().out();
        ReviewPage page = new ReviewPage(
                thresholds,
                out instanceof WayOut.None
                        ? null
                        : NextCommand.of("apply", run.file().path(), review.toString()),
                ReportOnly.next(run.file(), review),
                new Successions(
                        new Phones(run.file().match().phoneRegion()),
                        out.capabilities().room(),
                        MirroredAsides.of(run, ReviewPage.groupsOf(plan))::of),
                new Wording(new Terms(run.store()).vocabulary()));
        return page.write(run.folder(), plan, new Decisions(run.store()).all(Decision.HOLD), outcomes);
    }
}
