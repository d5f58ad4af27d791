package io.mergewell.cli.evaluate;

import io.mergewell.cluster.Group;
import io.mergewell.cluster.Resolution;
import io.mergewell.job.JobFile;
import io.mergewell.match.MatchSettings;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Band;
import io.mergewell.plan.GuardRails;
import io.mergewell.plan.PlanSettings;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.draft.MatchedGroup;
import io.mergewell.plan.draft.Planner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which groups a plan would call AUTO. The limits of how much one plan may change are lifted: they say nothing about
 * whether a group is right.
 */
public final class AutoGroups {

    private static final GuardRails NO_LIMITS = new GuardRails(Integer.MAX_VALUE, Integer.MAX_VALUE, 1);

    private final JobFile job;
    private final MatchSettings settings;
    private final LabelledFile file;

    /** @param settings those of the job, as they were matched with */
    public AutoGroups(JobFile job, MatchSettings settings, LabelledFile file) {
        this.job = job;
        this.settings = settings;
        this.file = file;
    }

    /**
     * The members of each such group.
     *
     * @param records how many were matched
     */
    public List<List<PersonId>> of(Resolution resolution, long records) {
        Map<PersonId, Person> persons = members(resolution.groups());
        List<MatchedGroup> groups = resolution.groups().stream()
                .map(group -> MatchedGroup.of(group, persons, Set.of()))
                .toList();
        Planner planner =
                new Planner(planSettings(), file.capabilities(), resolution.thresholds(), settings.phoneRegion());
        return planner.plan(job.name(), records, groups, List.of()).groups().stream()
                .filter(group -> group.band() == Band.AUTO)
                .map(AutoGroups::ids)
                .toList();
    }

    /** Reads the file once more, so that only those who are in a group are ever held. */
    private Map<PersonId, Person> members(List<Group> groups) {
        Set<PersonId> wanted = new HashSet<>();
        groups.forEach(group -> wanted.addAll(group.members()));
        Map<PersonId, Person> persons = new HashMap<>();
        if (!wanted.isEmpty()) {
            file.read((person, label) -> {
                if (wanted.contains(person.id())) {
                    persons.put(person.id(), person);
                }
            });
        }
        return persons;
    }

    private PlanSettings planSettings() {
        PlanSettings plan = job.plan();
        return new PlanSettings(plan.survivor(), plan.maxGroup(), plan.validFor(), plan.delete(), NO_LIMITS);
    }

    private static List<PersonId> ids(PlannedGroup group) {
        return group.members().stream().map(Person::id).toList();
    }
}
