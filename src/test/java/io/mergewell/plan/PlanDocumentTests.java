package io.mergewell.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.match.Evidence;
import io.mergewell.person.Consent;
import io.mergewell.person.ContactValue;
import io.mergewell.person.LinkKind;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonName;
import io.mergewell.person.PostalAddress;
import io.mergewell.person.RecordFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlanDocumentTests {

    @Test
    void givesBackWhatWasWritten() {
        PlannedGroup group = group();

        assertThat(PlanDocument.groupFromJson(PlanDocument.toJson(group))).isEqualTo(group);
    }

    @Test
    void givesBackEachKindOfDoubt() {
        PersonId one = new PersonId("1");
        PersonId other = new PersonId("2");
        PlannedGroup group = group().doubted(List.of(
                new Doubt.NotCompared(one, other, 3),
                new Doubt.BelowAuto(one, other, 0.9, 0.999),
                new Doubt.NothingIsSure(),
                new Doubt.Cautioned(),
                new Doubt.Warned(one, other, "A phone that many share."),
                new Doubt.ValuesMissed(other, List.of("job title")),
                new Doubt.SubscriptionLost(other),
                new Doubt.TooManyChanges(),
                new Doubt.EmptyRecord()));

        assertThat(group.doubts()).hasSize(Doubt.class.getPermittedSubclasses().length);
        assertThat(PlanDocument.groupFromJson(PlanDocument.toJson(group))).isEqualTo(group);
    }

    @Test
    void readsAGroupOfAVersionThatSaidNothingOfDoubts() {
        String earlier = PlanDocument.toJson(group()).replaceFirst(",?\"doubts\":\\[]", "");

        assertThat(earlier).doesNotContain("doubts");
        assertThat(PlanDocument.groupFromJson(earlier)).isEqualTo(group());
    }

    @Test
    void givesBackAWholePlan() {
        Plan plan = new Plan("p1", "1", "acme", 7, List.of(group()), List.of("A note."));

        assertThat(PlanDocument.planFromJson(PlanDocument.toJson(plan))).isEqualTo(plan);
    }

    @Test
    void saysThatADamagedTextWasNotUsedWithoutQuotingIt() {
        String damaged = PlanDocument.toJson(group()).replace("\"minScore\"", "\"maxScore\"");

        assertThatThrownBy(() -> PlanDocument.groupFromJson(damaged))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The stored PlannedGroup is damaged and was not used.")
                .hasNoCause();
    }

    private static PlannedGroup group() {
        Person one = person("1");
        Person other = person("2");
        PlannedAction action = new PlannedAction(
                "r1",
                ActionKind.MERGE,
                Band.AUTO,
                0.1 + 0.2,
                other.id(),
                List.of(new Evidence("e-mail", "the same", 13.25)),
                List.of("caution"),
                List.of("conflict"),
                List.of("phone: 1"),
                List.of("birth date: 2"));
        return new PlannedGroup(
                "g1",
                List.of(one, other),
                new TreeMap<>(Map.of(one.id(), "f1", other.id(), "f2")),
                one.id(),
                "lowest id",
                one,
                0.3,
                List.of(action));
    }

    private static Person person(String id) {
        return new Person(
                new PersonId(id),
                new PersonName("Zoë \u0000 李 \"x\"", null, "x"),
                List.of(new ContactValue("a@b.c", "work", true), ContactValue.of("d@e.f")),
                List.of(),
                new Organisation("9", null),
                "1971-02-03",
                new PostalAddress("s", null, "c", null),
                null,
                new TreeMap<>(Map.of("k", "[1,2]")),
                new RecordFacts(
                        null,
                        List.of("l"),
                        Consent.SUBSCRIBED,
                        new LinkedRecords(Map.of(LinkKind.DEALS, 3)),
                        Instant.parse("2020-01-01T00:00:00.123456789Z"),
                        null));
    }
}
