package io.mergewell.plan.draft;

import static io.mergewell.plan.draft.Drafts.BASE;
import static io.mergewell.plan.draft.Drafts.planner;
import static io.mergewell.plan.draft.Drafts.settings;
import static io.mergewell.plan.draft.Drafts.will;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Band;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.GuardRails;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlanSettings;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RailCheckTests {

    @Test
    void takeAllCertaintyFromAPlanThatChangesTooMuch() {
        List<MatchedGroup> groups = groups(6);

        Plan plan = planner().plan("acme", 100, groups, List.of());

        assertThat(plan.count(Band.AUTO)).isZero();
        assertThat(plan.notes())
                .containsExactly(
                        Drafts.BANDS,
                        "6 rows would be AUTO. That is more changes than apply.max-share 0.05 of the 100 persons"
                                + " allows, so every row is REVIEW.");
        assertThat(planner().plan("acme", 120, groups, List.of()).count(Band.AUTO))
                .isEqualTo(6);
    }

    @Test
    void sayThatTheRestIsForOtherDays() {
        PlanSettings settings = settings(true, new GuardRails(2, 500, 0.05));

        Plan plan = planner(settings, Capabilities.EVERYTHING).plan("acme", BASE, groups(3), List.of());

        assertThat(plan.count(Band.AUTO)).isEqualTo(3);
        assertThat(plan.notes()).containsExactly(Drafts.BANDS, "3 merges are AUTO; at most 2 are applied a day.");
    }

    @Test
    void doNotMindASystemThatCannotBeChanged() {
        Plan plan = planner(PlanSettings.DEFAULTS, Capabilities.REPORT_ONLY).plan("acme", 12, groups(6), List.of());

        assertThat(plan.count(Band.AUTO)).isEqualTo(6);
        assertThat(plan.count(ActionKind.NONE)).isEqualTo(6);
    }

    private List<MatchedGroup> groups(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Matched.surely(
                        will(Integer.toString(2 * i)).there(),
                        will(Integer.toString(2 * i + 1)).email("w@x.org").there()))
                .toList();
    }
}
