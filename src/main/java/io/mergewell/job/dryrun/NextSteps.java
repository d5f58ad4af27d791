package io.mergewell.job.dryrun;

import io.mergewell.job.JobFile;
import io.mergewell.job.NextCommand;
import io.mergewell.person.Person;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlannedGroup;

/** The command to type after a dry run. */
final class NextSteps {

    private NextSteps() {}

    /** Why the first two records of the report match; another dry run where none do. */
    static String after(JobFile file, Plan plan) {
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
