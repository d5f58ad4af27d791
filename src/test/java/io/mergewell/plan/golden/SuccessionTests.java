package io.mergewell.plan.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cluster.Group;
import io.mergewell.match.Thresholds;
import io.mergewell.normalise.Phones;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.PlanSettings;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.Room;
import io.mergewell.plan.Somebody;
import io.mergewell.plan.draft.MatchedGroup;
import io.mergewell.plan.draft.Planner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuccessionTests {

    private static final PersonId FIRST = new PersonId("1");
    private static final PersonId SECOND = new PersonId("2");

    @Test
    void turnsRoundWhatStaysAndWhatGoes() {
        PlannedGroup group = group(
                somebody("1").working("Buyer").email("will@acme.com").there(),
                somebody("2").working("Head of Sales").email("w@x.org").there());

        assertThat(group.survivor()).isEqualTo(FIRST);
        Succession other = succession(group, Aside.NONE, Aside.NONE);

        assertThat(other.golden().id()).isEqualTo(SECOND);
        assertThat(other.golden().jobTitle()).isEqualTo("Head of Sales");
        assertThat(other.golden().emails()).hasSize(2);
        Succession.Change change = other.changes().get(0);
        assertThat(change.absorbed()).isEqualTo(FIRST);
        assertThat(change.gained()).containsExactly(new FieldValue("e-mail", "will@acme.com"));
        assertThat(change.lost()).containsExactly(new FieldValue("job title", "Buyer"));
        assertThat(change.conflicts()).containsExactly("job title: Head of Sales kept, Buyer dropped");
        assertThat(change.unseen()).isEmpty();
    }

    @Test
    void tellsWhatApplyWouldNotDoBecauseThePlanDoesNotShowIt() {
        PlannedGroup group = group(
                somebody("1").born("1971-02-03").there(),
                somebody("2").born("1971").there());

        Succession other = succession(group, Aside.NONE, Aside.NONE);

        assertThat(other.golden().birthDate()).isEqualTo("1971");
        assertThat(other.changes().get(0).unseen()).containsExactly(new FieldValue("birth date", "1971-02-03"));
    }

    @Test
    void countsWhatRecordsHoldBesideTheirPersons() {
        PlannedGroup group = group(somebody("1").there(), somebody("2").there());

        Succession other = succession(
                group,
                new Aside(List.of(new FieldValue("remark", "pays late"))),
                new Aside(List.of(new FieldValue("remark", "a friend"))));

        assertThat(other.changes().get(0).lost()).containsExactly(new FieldValue("remark", "pays late"));
    }

    private static Succession succession(PlannedGroup group, Aside first, Aside second) {
        Map<PersonId, Aside> asides = Map.of(FIRST, first, SECOND, second);
        return Succession.of(group, SECOND, new FieldRules(new Phones("US"), Room.AMPLE), asides::get);
    }

    private static Somebody somebody(String id) {
        return Somebody.withId(id).named("Will Smith");
    }

    private static PlannedGroup group(Person... persons) {
        MatchedGroup matched =
                new MatchedGroup(new Group(List.of(FIRST, SECOND), List.of()), List.of(persons), Set.of());
        return new Planner(PlanSettings.DEFAULTS, Capabilities.EVERYTHING, new Thresholds(0.9, 0.999), "US")
                .plan("acme", 100, List.of(matched), List.of())
                .groups()
                .get(0);
    }
}
