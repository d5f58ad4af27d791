package io.mergewell.job.dryrun;

import io.mergewell.cluster.Group;
import io.mergewell.job.JobFile;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.Plan;
import io.mergewell.plan.draft.Asides;
import io.mergewell.plan.draft.MatchedGroup;
import io.mergewell.plan.draft.Planner;
import io.mergewell.plan.draft.RejectedRows;
import io.mergewell.plan.golden.Aside;
import io.mergewell.store.memory.Matches;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a job proposes on what matching found.
 *
 * @param earlier what people rejected
 */
record Drafting(JobFile file, Capabilities capabilities, EarlierDecisions earlier) {

    /** Whom a plan may be about, ascending. */
    static List<PersonId> concerned(Matches.LastMatch match) {
        Stream<PersonId> grouped =
                match.resolution().groups().stream().map(Group::members).flatMap(List::stream);
        return Stream.concat(grouped, match.shells().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Makes the plan.
     *
     * @param present those of the concerned who exist
     * @param asides what their records hold beside them
     * @param changed those whose values are not the ones that were matched
     * @param persons size of the base
     */
    Plan plan(
            Matches.LastMatch match,
            Map<PersonId, Person> present,
            Map<PersonId, Aside> asides,
            Set<PersonId> changed,
            long persons) {
        RejectedRows rejected = earlier.rejectedRows();
        Asides beside = new Asides(asides);
        List<MatchedGroup> groups = match.resolution().groups().stream()
                .map(group -> MatchedGroup.of(group, present, changed)
                        .without(rejected)
                        .with(beside))
                .toList();
        List<Person> shells = match.shells().stream()
                .map(present::get)
                .filter(Objects::nonNull)
                .filter(shell -> !earlier.keepsShell(shell))
                .filter(shell -> beside.of(shell.id()).equals(Aside.NONE))
                .toList();
        return new Planner(
                        file.plan(),
                        capabilities,
                        match.resolution().thresholds(),
                        file.match().phoneRegion())
                .plan(file.name(), persons, groups, shells);
    }
}
