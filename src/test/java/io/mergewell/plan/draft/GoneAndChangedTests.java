package io.mergewell.plan.draft;

import static io.mergewell.plan.draft.Drafts.BASE;
import static io.mergewell.plan.draft.Drafts.planner;
import static io.mergewell.plan.draft.Drafts.will;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.match.ScoredPair;
import io.mergewell.person.Person;
import io.mergewell.plan.Band;
import io.mergewell.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What happens to a group between matching and planning. */
class GoneAndChangedTests {

    @Test
    void leavesOutWhoIsGoneAndWhoIsThenAlone() {
        Person one = will("1").there();
        Person two = will("2").there();
        MatchedGroup pair = Matched.surely(one, two);
        MatchedGroup left = MatchedGroup.of(pair.group(), Map.of(one.id(), one), Set.of());

        Plan plan = planner().plan("acme", BASE, List.of(left), List.of());

        assertThat(plan.groups()).isEmpty();
        assertThat(plan.notes()).containsExactly("1 record deleted or merged by others since matching: left out.");
    }

    @Test
    void splitsAGroupThatOnlyAGoneMemberHeldTogether() {
        Person[] all = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> will(Integer.toString(i)).there())
                .toArray(Person[]::new);
        List<ScoredPair> links = List.of(
                Matched.pair(all[0].id(), all[1].id(), 0.99),
                Matched.pair(all[1].id(), all[2].id(), 0.99),
                Matched.pair(all[2].id(), all[3].id(), 0.99),
                Matched.pair(all[3].id(), all[4].id(), 0.99),
                Matched.pair(all[0].id(), all[4].id(), 0.2));
        MatchedGroup left =
                new MatchedGroup(Matched.group(links, all), List.of(all[4], all[3], all[1], all[0]), Set.of());

        Plan plan = planner().plan("acme", BASE, List.of(left), List.of());

        assertThat(plan.groups())
                .extracting(group -> group.members().stream()
                        .map(person -> person.id().value())
                        .toList())
                .containsExactlyInAnyOrder(List.of("1", "2"), List.of("4", "5"));
    }

    @Test
    void neverTrustsWhoWasChangedSinceMatching() {
        Person one = will("1").there();
        Person two = will("2").email("w@x.org").there();
        MatchedGroup sure = Matched.surely(one, two);
        MatchedGroup changed = new MatchedGroup(sure.group(), sure.present(), Set.of(two.id()));

        Plan plan = planner().plan("acme", BASE, List.of(changed), List.of());

        assertThat(plan.groups().get(0).band()).isEqualTo(Band.REVIEW);
        assertThat(plan.groups().get(0).actions().get(0).cautions())
                .containsExactly("2 was changed after it was matched: see whether it is still the same person.");
        assertThat(plan.notes())
                .containsExactly(Drafts.BANDS, "1 record changed since matching: for review, whatever the score.");
    }

    @Test
    void refusesAPersonThatTheGroupDoesNotHold() {
        MatchedGroup sure = Matched.surely(will("1").there(), will("2").there());

        assertThatThrownBy(
                        () -> new MatchedGroup(sure.group(), List.of(will("3").there()), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAPersonInTwoGroups() {
        Person shared = will("1").there();
        List<MatchedGroup> groups = List.of(
                Matched.surely(shared, will("2").there()),
                Matched.surely(shared, will("3").there()));

        assertThatThrownBy(() -> planner().plan("acme", BASE, groups, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Person 1 is in two groups of a plan.");
    }
}
