package io.mergewell.job.dryrun;

import io.mergewell.job.JobFile;
import io.mergewell.job.NextCommand;
import io.mergewell.job.ReportOnly;
import io.mergewell.plan.Plan;
import java.nio.file.Path;

/** The command to type after a dry run. */
final class NextSteps {

    private NextSteps() {}

    /**
     * To hand the report in, once somebody has decided in it: to be applied, or where nothing can be, to be remembered.
     * Another dry run where there is nothing to decide.
     *
     * @param review the report
     * @param applies whether the system can be changed by this program
     */
    static String after(JobFile file, Plan plan, Path review, boolean applies) {
        if (plan.groups().isEmpty()) {
            return NextCommand.of(DryRunJob.NAME, file.path());
        }
        return applies ? NextCommand.of("apply", file.path(), review.toString()) : ReportOnly.next(file, review);
    }
}
