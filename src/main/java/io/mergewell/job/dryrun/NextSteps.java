package io.mergewell.job.dryrun;

import io.mergewell.job.JobFile;
import io.mergewell.job.NextCommand;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.review.ReviewFiles;
import java.nio.file.Path;
import java.util.Optional;

/** What to do after a dry run. */
final class NextSteps {

    private NextSteps() {}

    static String after(JobFile file, Path folder, Plan plan) {
        Optional<PlannedGroup> first = plan.groups().stream()
                .filter(group -> group.members().size() > 1)
                .findFirst();
        if (first.isEmpty()) {
            return NextCommand.of(DryRunJob.NAME, file.path());
        }
        String one = first.get().members().get(0).id().value();
        String other = first.get().members().get(1).id().value();
        return "decide in " + folder.resolve(ReviewFiles.REVIEW) + "; why two records match, such as the first two: "
                + NextCommand.of("explain", file.path(), one, other);
    }
}
