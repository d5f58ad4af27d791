package io.mergewell.cli.evaluate;

import io.mergewell.cluster.Group;
import io.mergewell.cluster.Resolution;
import io.mergewell.job.JobFile;
import io.mergewell.match.MatchSettings;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Band;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.GuardRails;
import io.mergewell.plan.PlanSettings;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.draft.MatchedGroup;
import io.mergewell.plan.draft.Planner;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which groups a plan would call AUTO. The limits of how much one plan may change are lifted: they say nothing about
 * whether a group is right.
 */
public final class AutoGroups {

    private static final GuardRails NO_LIMITS = new GuardRails(Integer.MAX_VALUE, Integer.MAX_VALUE, 1);

    private final JobFile job;
    private final MatchSettings settings;
    private final Capabilities capabilities;
    private final Function<Set<PersonId>, Map<PersonId, Person>> persons;

    /**
     * Groups of a labelled list. It stands for the persons of a CRM, which can hold any number of e-mails and phones:
     * how many columns the list has for them says nothing about whether a group is right.
     *
     * @param settings those of the job, as they were matched with
     */
    public AutoGroups(JobFile job, MatchSettings settings, LabelledFile file) {
        this(job, settings, Capabilities.EVERYTHING, file::find);
    }

    /**
     * Groups of persons wherever they are kept.
     *
     * @param settings those of the job, as they were matched with
     * @param persons finds them by their ids
     */
    public AutoGroups(
            JobFile job,
            MatchSettings settings,
            Capabilities capabilities,
            Function<Set<PersonId>, Map<PersonId, Person>> persons) {
        this.job = job;
        this.settings = settings;
        this.capabilities = capabilities;
        this.persons = persons;
    }

    /**
     * The members of each such group.
     *
     * @param records how many were matched
     */
    public List<List<PersonId>> of(Resolution resolution, long records) {
        Map<PersonId, Person> members = members(resolution.groups());
        List<MatchedGroup> groups = resolution.groups().stream()
                .map(group -> MatchedGroup.of(group, members, Set.of()))
                .toList();
        Planner planner = new Planner(planSettings(), capabilities, resolution.thresholds(), settings.phoneRegion());
        return planner.plan(job.name(), records, groups, List.of()).groups().stream()
                .filter(group -> group.band() == Band.AUTO)
                .map(AutoGroups::ids)
                .toList();
    }

    /** Only those who are in a group are ever held. */
    private Map<PersonId, Person> members(List<Group> groups) {
        Set<PersonId> wanted = new HashSet<>();
        groups.forEach(group -> wanted.addAll(group.members()));
        return wanted.isEmpty() ? Map.of() : persons.apply(wanted);
    }

    private PlanSettings planSettings() {
        PlanSettings plan = job.plan();
        return new PlanSettings(plan.survivor(), plan.maxGroup(), plan.validFor(), plan.delete(), NO_LIMITS);
    }

    private static List<PersonId> ids(PlannedGroup group) {
        return group.members().stream().map(Person::id).toList();
    }
}
