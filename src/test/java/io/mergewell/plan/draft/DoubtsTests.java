package io.mergewell.plan.draft;

import static io.mergewell.plan.draft.Drafts.BASE;
import static io.mergewell.plan.draft.Drafts.group;
import static io.mergewell.plan.draft.Drafts.only;
import static io.mergewell.plan.draft.Drafts.planner;
import static io.mergewell.plan.draft.Drafts.shell;
import static io.mergewell.plan.draft.Drafts.will;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.match.ScoredPair;
import io.mergewell.match.Thresholds;
import io.mergewell.person.Consent;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.Doubt;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlanDigest;
import io.mergewell.plan.PlanSettings;
import io.mergewell.plan.PlannedGroup;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each reason for which a group is left to people says so; a group without any is AUTO. */
class DoubtsTests {

    private static final PersonId TWO = new PersonId("2");
    private static final PersonId THREE = new PersonId("3");

    private final Person one = will("1").there();
    private final Person two = will("2").there();
    private final Person three = will("3").there();

    @Test
    void areNoneWhereAGroupIsSure() {
        assertThat(group(one, two, three).doubts()).isEmpty();
    }

    @Test
    void nameTheWeakestLink() {
        assertThat(doubts(pair(one, two, 1), pair(one, three, 1), pair(two, three, 0.96)))
                .containsExactly(new Doubt.BelowAuto(TWO, THREE, 0.96, 0.999));
        assertThat(new Doubt.BelowAuto(TWO, THREE, 0.99899999, 0.999).says())
                .isEqualTo(
                        "The link between 2 and 3 has a score of 0.998999; AUTO takes 0.999 between every two records of"
                                + " a group.");
    }

    @Test
    void nameTwoWhoWereNeverCompared() {
        assertThat(doubts(pair(one, two, 1), pair(one, three, 1)))
                .containsExactly(new Doubt.NotCompared(TWO, THREE, 1));
    }

    @Test
    void sayThatNobodyIsSureEnough() {
        Planner unsure = new Planner(PlanSettings.DEFAULTS, Capabilities.EVERYTHING, new Thresholds(0.9, 1.1), null);

        assertThat(only(unsure, one, two).doubts()).containsExactly(new Doubt.NothingIsSure());
    }

    @Test
    void leaveCautionsToTheirRows() {
        assertThat(group(
                                will("1").born("1971-02-03").there(),
                                will("2").born("1971-03-02").there())
                        .doubts())
                .containsExactly(new Doubt.Cautioned(), new Doubt.ValuesMissed(TWO, List.of("birth date")));
    }

    @Test
    void tellWhatMatchingWarnsOfBetweenTwoDuplicates() {
        assertThat(doubts(
                        pair(one, two, 1),
                        pair(one, three, 1),
                        Matched.pair(two.id(), three.id(), 1, "A phone that many share.")))
                .containsExactly(new Doubt.Warned(TWO, THREE, "A phone that many share."));
    }

    @Test
    void nameTheFieldsInWhichSomethingWouldBeMissed() {
        PlannedGroup group = group(
                will("1").at(null, "Acme").there(),
                will("2").at(null, "Other Firm").phone("+1 415 555 0132").there());

        assertThat(group.doubts()).containsExactly(new Doubt.ValuesMissed(TWO, List.of("organisation")));
    }

    @Test
    void nameWhoWouldNoLongerBeMailed() {
        PlannedGroup group = group(
                will("1").mail(Consent.NO_CONSENT).there(),
                will("2").mail(Consent.SUBSCRIBED).there());

        assertThat(group.doubts()).contains(new Doubt.SubscriptionLost(TWO));
    }

    @Test
    void sayWhatTookTheCertaintyFromASureGroup() {
        Plan plan = planner().plan("acme", 3, List.of(Matched.surely(one, two)), List.of());

        assertThat(plan.groups().get(0).doubts()).containsExactly(new Doubt.TooManyChanges());
    }

    @Test
    void leaveEmptyRecordsToPeople() {
        Plan plan = planner().plan("acme", BASE, List.of(), List.of(shell("1").there()));

        assertThat(plan.groups().get(0).doubts()).containsExactly(new Doubt.EmptyRecord());
    }

    @Test
    void areNoPartOfWhatAPlanProposes() {
        PlannedGroup group = only(List.of(pair(one, two, 0.95)), one, two);
        PlannedGroup unexplained = new PlannedGroup(
                group.id(),
                group.members(),
                group.fingerprints(),
                group.survivor(),
                group.survivorReason(),
                group.golden(),
                group.minScore(),
                group.actions());

        assertThat(group.doubts()).isNotEmpty();
        assertThat(digest(group)).isEqualTo(digest(unexplained));
    }

    private static String digest(PlannedGroup group) {
        return PlanDigest.of(Plan.frozen("acme", BASE, List.of(group), List.of()));
    }

    private List<Doubt> doubts(ScoredPair... links) {
        return only(List.of(links), one, two, three).doubts();
    }

    private static ScoredPair pair(Person one, Person other, double probability) {
        return Matched.pair(one.id(), other.id(), probability);
    }
}
