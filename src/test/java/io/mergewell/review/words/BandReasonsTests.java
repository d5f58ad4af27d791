package io.mergewell.review.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cluster.Group;
import io.mergewell.match.ScoredPair;
import io.mergewell.match.Thresholds;
import io.mergewell.person.Person;
import io.mergewell.person.PersonPair;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.PlanSettings;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.Somebody;
import io.mergewell.plan.draft.MatchedGroup;
import io.mergewell.plan.draft.Planner;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BandReasonsTests {

    private static final String SURE =
            "Every two of its records were compared, the weakest link has a score of 0.9995, nobody would miss what"
                    + " is lost, if anything is, and nothing calls for caution.";

    private final Person buyer = will("1").working("Buyer").there();
    private final Person seller = will("2").working("Head of Sales").there();

    @Test
    void saysOfASureGroupWhyItIs() {
        PlannedGroup sure = group(0.9995, buyer, will("2").there());

        assertThat(BandReasons.of(sure)).containsExactly(new BandReasons.Reason(SURE, List.of()));
        assertThat(BandReasons.withoutValues(sure)).containsExactly(SURE);
    }

    @Test
    void showsTheValuesThatWouldBeMissed() {
        assertThat(BandReasons.of(group(0.9995, buyer, seller)))
                .containsExactly(new BandReasons.Reason(
                        "2 holds what the merged record would not:", List.of("job title: Head of Sales")));
    }

    @Test
    void namesNoValueOfAPersonWhereNoneMayStand() {
        assertThat(BandReasons.withoutValues(group(0.95, buyer, seller)))
                .containsExactly(
                        "The link between 1 and 2 has a score of 0.95; AUTO takes 0.999 between every two records of a"
                                + " group.",
                        "2 holds what the merged record would not: job title.");
    }

    @Test
    void beginsWithTheCautionsOfTheRowsWhereOnlyWordsAreShown() {
        PlannedGroup group = group(
                0.9995,
                will("1").born("1971-02-03").there(),
                will("2").born("1971-03-02").there());

        assertThat(BandReasons.withoutValues(group))
                .containsExactly("Birth dates differ.", "2 holds what the merged record would not: birth date.");
        assertThat(BandReasons.of(group)).hasSize(1);
    }

    private static Somebody will(String id) {
        return Somebody.withId(id).named("Will Smith").email("will@acme.com").phone("+1 415 555 013" + id);
    }

    private static PlannedGroup group(double score, Person one, Person other) {
        Group group = new Group(
                List.of(one.id(), other.id()),
                List.of(new ScoredPair(PersonPair.of(one.id(), other.id()), 10, score, List.of(), List.of(), null)));
        return new Planner(PlanSettings.DEFAULTS, Capabilities.EVERYTHING, new Thresholds(0.9, 0.999), "US")
                .plan("acme", 100, List.of(new MatchedGroup(group, List.of(one, other), Set.of())), List.of())
                .groups()
                .get(0);
    }
}
