package io.mergewell.plan.draft;

import static io.mergewell.plan.draft.Drafts.group;
import static io.mergewell.plan.draft.Drafts.only;
import static io.mergewell.plan.draft.Drafts.planner;
import static io.mergewell.plan.draft.Drafts.row;
import static io.mergewell.plan.draft.Drafts.settings;
import static io.mergewell.plan.draft.Drafts.will;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.person.LinkKind;
import io.mergewell.person.Person;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Band;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.PlanSettings;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.Room;
import io.mergewell.plan.Somebody;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActionChoiceTests {

    @Test
    void mergesADuplicateThatBringsSomething() {
        PlannedAction row = row(will("1").there(), will("2").email("w@x.org").there());

        assertThat(row.kind()).isEqualTo(ActionKind.MERGE);
        assertThat(row.valuesGained()).containsExactly("e-mail: w@x.org");
        assertThat(row.valuesLost()).isEmpty();
    }

    @Test
    void deletesADuplicateThatBringsNothing() {
        PlannedAction row = row(
                will("1").phone("+1 415 555 0132").there(),
                will("2").phone("(415) 555-0132").linked(LinkKind.FOLLOWERS, 3).there());

        assertThat(row.kind()).isEqualTo(ActionKind.DELETE);
        assertThat(row.band()).isEqualTo(Band.AUTO);
    }

    @Test
    void deletesNoDuplicateOfWhichAValueIsOnlyInTheGoldenRecord() {
        PlannedGroup group = group(
                will("1").there(),
                will("2").email("w@x.org").there(),
                will("3").email("W@X.org").there());

        assertThat(group.actions()).extracting(PlannedAction::kind).containsOnly(ActionKind.MERGE);
    }

    @Test
    void deletesNoDuplicateWithAnotherWayToWriteTheName() {
        assertThat(row(will("1").there(), will("2").named("Bill Smith").there()).kind())
                .isEqualTo(ActionKind.MERGE);
    }

    @ParameterizedTest
    @EnumSource(
            value = LinkKind.class,
            names = {"DEALS", "ACTIVITIES", "NOTES", "FILES", "MAILS"})
    void deletesNothingThatIsLinkedOrMightBe(LinkKind kind) {
        Person survivor = will("1").linked(LinkKind.DEALS, 9).there();

        assertThat(row(survivor, will("2").linked(kind, 1).there()).kind()).isEqualTo(ActionKind.MERGE);
        assertThat(row(survivor, will("2").unknown(kind).there()).kind()).isEqualTo(ActionKind.MERGE);
    }

    @Test
    void leavesUnknownLeadsToTheMomentOfDeletion() {
        Person survivor = will("1").linked(LinkKind.DEALS, 9).there();

        assertThat(row(survivor, will("2").unknown(LinkKind.LEADS).there()).kind())
                .isEqualTo(ActionKind.DELETE);
        assertThat(row(survivor, will("2").linked(LinkKind.LEADS, 1).there()).kind())
                .isEqualTo(ActionKind.MERGE);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # merge, delete, plan.delete, empty, other
                    true,    true,   true,        DELETE, MERGE
                    true,    true,   false,       MERGE,  MERGE
                    true,    false,  true,        MERGE,  MERGE
                    false,   true,   true,        DELETE, NONE
                    false,   true,   false,       NONE,   NONE
                    false,   false,  true,        NONE,   NONE
                    """)
    void asksASystemForNothingItCannotDo(
            boolean merge, boolean delete, boolean mayDelete, ActionKind empty, ActionKind other) {
        Planner planner = planner(settings(mayDelete), new Capabilities(merge, true, delete));
        Person survivor = will("1").there();

        assertThat(only(planner, survivor, will("2").there()).actions().get(0).kind())
                .isEqualTo(empty);
        assertThat(only(planner, survivor, will("2").email("w@x.org").there())
                        .actions()
                        .get(0)
                        .kind())
                .isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "unknown", textBlock = """
                    # deals of the duplicate, action, caution
                    0,       MERGE,  ''
                    3,       NONE,   'Not proposed as a merge: 2 has deals (3), and this system offers no way to move deals. Merge them there by hand.'
                    unknown, NONE,   'Not proposed as a merge: how many deals 2 has is unknown, and this system offers no way to move deals. Merge them there by hand.'
                    """)
    void leavesADuplicateAloneOfWhichAMergeWouldLeaveSomethingBehind(Integer deals, ActionKind kind, String caution) {
        Planner planner =
                planner(PlanSettings.DEFAULTS, new Capabilities(true, true, false, Set.of(LinkKind.DEALS), Room.AMPLE));
        Somebody duplicate = will("2").email("w@x.org");
        Person other = (deals == null ? duplicate.unknown(LinkKind.DEALS) : duplicate.linked(LinkKind.DEALS, deals))
                .linked(LinkKind.NOTES, 7)
                .there();

        PlannedAction row = only(planner, will("1").linked(LinkKind.DEALS, 90).there(), other)
                .actions()
                .get(0);

        assertThat(row.kind()).isEqualTo(kind);
        assertThat(row.cautions()).isEqualTo(caution.isEmpty() ? List.of() : List.of(caution));
        assertThat(row.band()).isEqualTo(kind == ActionKind.MERGE ? Band.AUTO : Band.REVIEW);
    }
}
