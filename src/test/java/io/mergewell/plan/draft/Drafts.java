package io.mergewell.plan.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.match.ScoredPair;
import io.mergewell.match.Thresholds;
import io.mergewell.person.Person;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.GuardRails;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlanSettings;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.Somebody;
import java.util.List;
import java.util.Set;

/** Planners, groups and persons for tests of planning. */
final class Drafts {

    static final long BASE = 10_000;

    /** What every plan with rows says first. */
    static final String BANDS =
            "Rows are proposed from a score of 0.9; AUTO takes 0.999 between every two records of a group.";

    private Drafts() {}

    static Planner planner() {
        return planner(PlanSettings.DEFAULTS, Capabilities.EVERYTHING);
    }

    static Planner planner(PlanSettings settings, Capabilities capabilities) {
        return new Planner(settings, capabilities, new Thresholds(0.9, 0.999), "US");
    }

    static PlanSettings settings(boolean delete) {
        return settings(delete, GuardRails.DEFAULTS);
    }

    static PlanSettings settings(boolean delete, GuardRails rails) {
        PlanSettings defaults = PlanSettings.DEFAULTS;
        return new PlanSettings(defaults.survivor(), defaults.maxGroup(), defaults.validFor(), delete, rails);
    }

    static PlannedAction row(Person one, Person other) {
        return group(one, other).actions().get(0);
    }

    static PlannedGroup group(Person... persons) {
        return only(planner(), persons);
    }

    static PlannedGroup only(Planner planner, Person... persons) {
        Plan plan = planner.plan("acme", BASE, List.of(Matched.surely(persons)), List.of());
        assertThat(plan.groups()).hasSize(1);
        return plan.groups().get(0);
    }

    static PlannedGroup only(List<ScoredPair> links, Person... persons) {
        MatchedGroup group = new MatchedGroup(Matched.group(links, persons), List.of(persons), Set.of());
        return planner().plan("acme", BASE, List.of(group), List.of()).groups().get(0);
    }

    static Somebody will(String id) {
        return Somebody.withId(id).named("Will Smith").email("will@acme.com");
    }

    static Somebody shell(String id) {
        return Somebody.withId(id).named("n/a");
    }
}
