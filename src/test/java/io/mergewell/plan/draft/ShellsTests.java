package io.mergewell.plan.draft;

import static io.mergewell.plan.draft.Drafts.BASE;
import static io.mergewell.plan.draft.Drafts.planner;
import static io.mergewell.plan.draft.Drafts.settings;
import static io.mergewell.plan.draft.Drafts.shell;
import static io.mergewell.plan.draft.Drafts.will;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.person.Consent;
import io.mergewell.person.LinkKind;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Band;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlanSettings;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.Somebody;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShellsTests {

    @Test
    void areProposedForDeletionAndNeverSure() {
        Plan plan = planner().plan("acme", BASE, List.of(), List.of(shell("7").there()));

        PlannedGroup group = plan.groups().get(0);
        assertThat(group.isEmptyShell()).isTrue();
        assertThat(group.band()).isEqualTo(Band.REVIEW);
        assertThat(group.actions()).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(ActionKind.DELETE);
            assertThat(row.duplicate()).isEqualTo(new PersonId("7"));
            assertThat(row.cautions()).singleElement().asString().startsWith("An empty record: no name");
        });
    }

    @Test
    void showTheLabelsThatWouldGo() {
        Plan plan = planner()
                .plan("acme", BASE, List.of(), List.of(shell("7").labelled("3").there()));

        assertThat(plan.groups().get(0).actions().get(0).valuesLost()).containsExactly("label: 3");
        assertThat(plan.groups().get(0).actions().get(0).cautions())
                .containsExactly("An empty record: no name beyond a placeholder, no e-mail, no phone, no other field"
                        + " but a label, nothing linked.");
    }

    @Test
    void areWhatHoldsNothing() {
        assertThat(Planner.isEmptyShell(shell("7").there())).isTrue();
        assertThat(Planner.isEmptyShell(Somebody.withId("7").there())).isTrue();
        assertThat(Planner.isEmptyShell(shell("7").linked(LinkKind.FOLLOWERS, 2).there()))
                .isTrue();

        assertThat(List.of(
                        shell("7").named("Will").there(),
                        shell("7").named("Acme GmbH").there(),
                        shell("7").email("n/a").there(),
                        shell("7").phone("0").there(),
                        shell("7").at(null, "Acme").there(),
                        shell("7").born("1971").there(),
                        shell("7").living(null, null, "Rome", null).there(),
                        shell("7").working("Buyer").there(),
                        shell("7").with("tier", "A").there(),
                        shell("7").linked(LinkKind.NOTES, 1).there(),
                        shell("7").linked(LinkKind.LEADS, 1).there(),
                        shell("7").unknown(LinkKind.MAILS).there(),
                        shell("7").mail(Consent.UNSUBSCRIBED).there()))
                .noneMatch(Planner::isEmptyShell);
    }

    @Test
    void areWorthACloserLookWhereNothingIsKnownOfWhatHangsOnThem() {
        assertThat(Planner.mayBeEmptyShell(shell("7").there())).isTrue();
        assertThat(Planner.mayBeEmptyShell(shell("7").unknown(LinkKind.MAILS).there()))
                .isTrue();
        assertThat(Planner.mayBeEmptyShell(shell("7").linked(LinkKind.NOTES, 1).there()))
                .isFalse();
        assertThat(Planner.mayBeEmptyShell(shell("7").named("Will").there())).isFalse();
    }

    @Test
    void areLeftOutIfTheyAreInAGroupOrNoShells() {
        Person member = will("2").there();

        Plan plan =
                planner().plan("acme", BASE, List.of(Matched.surely(will("1").there(), member)), List.of(member));

        assertThat(plan.groups()).hasSize(1);
    }

    @Test
    void areForPeopleWhereASystemCannotDelete() {
        Plan plan = planner(PlanSettings.DEFAULTS, new Capabilities(true, true, false))
                .plan("acme", BASE, List.of(), List.of(shell("7").there()));

        assertThat(plan.count(ActionKind.NONE)).isEqualTo(1);
    }

    @Test
    void areOnlyCountedWhereAJobMayNotDelete() {
        Plan plan = planner(settings(false), Capabilities.EVERYTHING)
                .plan("acme", BASE, List.of(), List.of(shell("7").there()));

        assertThat(plan.groups()).isEmpty();
        assertThat(plan.notes()).containsExactly("1 empty record not proposed, because plan.delete is false.");
    }
}
