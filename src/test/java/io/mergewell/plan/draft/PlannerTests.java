package io.mergewell.plan.draft;

import static io.mergewell.plan.draft.Drafts.BASE;
import static io.mergewell.plan.draft.Drafts.planner;
import static io.mergewell.plan.draft.Drafts.shell;
import static io.mergewell.plan.draft.Drafts.will;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.person.LinkKind;
import io.mergewell.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannerTests {

    @Test
    void putsTheSurestAndMostValuableFirst() {
        MatchedGroup unsure = Matched.scored(0.93, will("1").there(), will("2").there());
        MatchedGroup sure = Matched.surely(will("5").there(), will("6").there());
        MatchedGroup valuable = Matched.surely(
                will("7").linked(LinkKind.DEALS, 3).there(), will("8").there());
        MatchedGroup asUnsure = Matched.scored(
                0.939, will("3").there(), will("4").linked(LinkKind.NOTES, 1).there());

        Plan plan = planner()
                .plan(
                        "acme",
                        BASE,
                        List.of(unsure, sure, valuable, asUnsure),
                        List.of(shell("9").there()));

        assertThat(plan.groups())
                .extracting(group -> group.members().get(0).id().value())
                .containsExactly("7", "5", "4", "1", "9");
    }

    @Test
    void namesAPlanByItsDigest() {
        Plan plan = planner().plan("acme", BASE, List.of(), List.of());

        assertThat(plan.digest()).matches("[0-9a-f]{64}");
        assertThat(plan.id()).isEqualTo("p" + plan.digest().substring(0, 16));
    }
}
