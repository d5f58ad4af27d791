package io.mergewell.job.dryrun;

import io.mergewell.job.JobFile;
import io.mergewell.job.NextCommand;
import io.mergewell.person.Person;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlannedGroup;
import java.nio.file.Path;

/** The command to type after a dry run. */
final class NextSteps {

    private NextSteps() {}

    /**
     * To apply the report, once somebody has decided in it; where nothing can be applied, why the first two records of it
     * match; another dry run where none do.
     *
     * @param review the report
     * @param applies whether the system can be changed by this program
     */
    static String after(JobFile file, Plan plan, Path review, boolean applies) {
        boolean anyAction = plan.groups().stream()
                .flatMap(group -> group.actions().stream())
                .anyMatch(action -> action.kind() != ActionKind.NONE);
        if (applies && anyAction) {
            return NextCommand.of("apply", file.path(), review.toString());
        }
        return plan.groups().stream()
                .map(PlannedGroup::members)
                .filter(members -> members.size() > 1)
                .findFirst()
                .map(members -> NextCommand.of("explain", file.path(), id(members.get(0)), id(members.get(1))))
                .orElseGet(() -> NextCommand.of(DryRunJob.NAME, file.path()));
    }

    private static String id(Person person) {
        return person.id().value();
    }
}
