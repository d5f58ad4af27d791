package io.mergewell.plan.draft;

import static io.mergewell.plan.draft.Drafts.will;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Band;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.golden.Aside;
import io.mergewell.plan.golden.FieldValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of values that nobody compared. */
class AsidesTests {

    private static final Person ONE = will("1").there();
    private static final Person TWO = will("2").there();

    @Test
    void showsWhatADuplicateTakesWithItAndLeavesTheGroupToPeople() {
        PlannedGroup group = group(Aside.NONE, aside("remark: pays late", "source: fair"));

        assertThat(group.survivor()).isEqualTo(TWO.id());

        PlannedGroup other =
                group(aside("remark: a friend", "source: Fair"), aside("remark: pays late", "source: fair"));

        assertThat(other.survivor()).isEqualTo(ONE.id());
        assertThat(other.band()).isEqualTo(Band.REVIEW);
        PlannedAction row = other.actions().get(0);
        assertThat(row.valuesLost()).containsExactly("remark: pays late");
        assertThat(row.conflicts()).containsExactly("remark: a friend kept, pays late dropped");
    }

    @Test
    void staysAutoWhereTheDuplicateHasNothingThatTheSurvivorLacks() {
        PlannedGroup group = group(aside("remark: pays late"), aside("remark: Pays late"));

        assertThat(group.band()).isEqualTo(Band.AUTO);
        assertThat(group.actions().get(0).valuesLost()).isEmpty();
    }

    @Test
    void deletesNoRecordThatHoldsMoreThanItsPerson() {
        assertThat(group(aside("a: 1"), Aside.NONE).actions().get(0).kind()).isEqualTo(ActionKind.DELETE);
        assertThat(group(aside("a: 1"), aside("a: 2")).actions().get(0).kind()).isEqualTo(ActionKind.MERGE);
    }

    private static PlannedGroup group(Aside one, Aside two) {
        MatchedGroup group =
                Matched.surely(ONE, TWO).with(new Asides(Map.<PersonId, Aside>of(ONE.id(), one, TWO.id(), two)));
        return Drafts.planner()
                .plan("acme", Drafts.BASE, List.of(group), List.of())
                .groups()
                .get(0);
    }

    private static Aside aside(String... texts) {
        return new Aside(Stream.of(texts)
                .map(text -> text.split(": "))
                .map(parts -> new FieldValue(parts[0], parts[1]))
                .toList());
    }
}
