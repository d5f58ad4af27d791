package io.mergewell.plan.draft;

import static io.mergewell.plan.draft.Drafts.group;
import static io.mergewell.plan.draft.Drafts.row;
import static io.mergewell.plan.draft.Drafts.will;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.match.Thresholds;
import io.mergewell.normalise.Phones;
import io.mergewell.person.Consent;
import io.mergewell.person.LinkKind;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Band;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.PlanSettings;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.Room;
import io.mergewell.plan.Somebody;
import io.mergewell.plan.golden.Aside;
import io.mergewell.plan.golden.FieldRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Consent never loosens. */
class ConsentTests {

    @Test
    void letsTheOneThatSaidStopSurvive() {
        PlannedGroup group = group(
                will("1").linked(LinkKind.DEALS, 50).mail(Consent.SUBSCRIBED).there(),
                will("2").mail(Consent.UNSUBSCRIBED).there());

        assertThat(group.survivor()).isEqualTo(new PersonId("2"));
        assertThat(group.survivorReason()).isEqualTo("said stop to mail, which must stay");
        assertThat(group.golden().facts().consent()).isEqualTo(Consent.UNSUBSCRIBED);
    }

    @Test
    void setsAStopAfterwardsIfAnotherMustSurvive() {
        PlannedGroup group = withSurvivor(will("1").mail(Consent.SUBSCRIBED).there(), Capabilities.EVERYTHING);

        assertThat(group.actions().get(0).kind()).isEqualTo(ActionKind.MERGE);
        assertThat(group.actions().get(0).cautions())
                .containsExactly("2 said stop to mail: the survivor is set to that after the merge.");
        assertThat(group.golden().facts().consent()).isEqualTo(Consent.UNSUBSCRIBED);
        assertThat(group.band()).isEqualTo(Band.REVIEW);
    }

    @Test
    void proposesNothingWhereAStopCouldNotBeKept() {
        PlannedGroup group =
                withSurvivor(will("1").mail(Consent.SUBSCRIBED).there(), new Capabilities(true, false, true));

        assertThat(group.actions().get(0).kind()).isEqualTo(ActionKind.NONE);
        assertThat(group.actions().get(0).cautions())
                .containsExactly("Not proposed as a merge: 2 said stop to mail, and this system could not keep that.");
        assertThat(group.band()).isEqualTo(Band.REVIEW);
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN, REVIEW", "ARCHIVED, REVIEW", "NOT_KEPT, AUTO", "NO_CONSENT, AUTO"})
    void isNotSureWithoutKnowingTheConsent(Consent consent, Band band) {
        PlannedAction row = row(
                will("1").mail(consent).there(),
                will("2").mail(consent).email("w@x.org").there());

        assertThat(row.band()).isEqualTo(band);
        assertThat(row.kind()).isEqualTo(ActionKind.MERGE);
    }

    @ParameterizedTest
    @CsvSource({
        "w@x.org,       '2 never consented to mail, the survivor did: the e-mail gained from it would be mailed.'",
        "WILL@acme.com, ''"
    })
    void isNotSureOfMailingAnAddressThatNobodyAskedFor(String email, String caution) {
        PlannedAction row = row(
                will("1").mail(Consent.SUBSCRIBED).there(),
                Somebody.withId("2")
                        .named("Will Smith")
                        .email(email)
                        .phone("415 555 0132")
                        .mail(Consent.NO_CONSENT)
                        .there());

        assertThat(row.cautions()).isEqualTo(caution.isEmpty() ? List.of() : List.of(caution));
        assertThat(row.band()).isEqualTo(caution.isEmpty() ? Band.AUTO : Band.REVIEW);
    }

    @Test
    void saysPlainlyThatAStopEndsASubscription() {
        PlannedAction row = row(
                will("1").mail(Consent.UNSUBSCRIBED).there(),
                will("2").mail(Consent.SUBSCRIBED).there());

        assertThat(row.valuesLost()).containsExactly("consent: subscribed, which the merged record will not be");
        assertThat(row.conflicts()).containsExactly("consent: unsubscribed kept, subscribed dropped");
    }

    @Test
    void saysPlainlyThatASubscriptionGoes() {
        PlannedAction row = row(
                will("1").mail(Consent.NO_CONSENT).there(),
                will("2").mail(Consent.SUBSCRIBED).there());

        assertThat(row.cautions()).isEmpty();
        assertThat(row.valuesLost()).containsExactly("consent: subscribed, which the merged record will not be");
        assertThat(row.band()).isEqualTo(Band.REVIEW);
    }

    private PlannedGroup withSurvivor(Person survivor, Capabilities capabilities) {
        Person stopped = will("2").mail(Consent.UNSUBSCRIBED).there();
        PairTable pairs = new PairTable(List.of(Matched.pair(survivor.id(), stopped.id(), 1)));
        GroupPlanner planner =
                new GroupPlanner(PlanSettings.DEFAULTS, capabilities, new Thresholds(0.9, 0.999), new Phones("US"));
        List<Member> members = List.of(Member.of(survivor, Aside.NONE, false), Member.of(stopped, Aside.NONE, false));
        return planner.plan(
                GroupDraft.of(members, pairs, new FieldRules(new Phones("US"), Room.AMPLE)), "chosen by the reviewer");
    }
}
