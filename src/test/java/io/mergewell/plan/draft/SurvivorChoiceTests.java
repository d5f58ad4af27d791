package io.mergewell.plan.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.person.Consent;
import io.mergewell.person.LinkKind;
import io.mergewell.person.Person;
import io.mergewell.plan.Somebody;
import io.mergewell.plan.SurvivorRule;
import io.mergewell.plan.golden.Aside;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class SurvivorChoiceTests {

    /** As if whoever is beside a record with a birth date would be missed. */
    private static final ToIntFunction<Member> MISSED =
            member -> member.person().birthDate() == null ? 0 : 1;

    private static final List<SurvivorRule> USUAL =
            List.of(SurvivorRule.MOST_LINKED, SurvivorRule.OLDEST, SurvivorRule.LOWEST_ID);

    @Test
    void takesTheOneOnWhichMostHangs() {
        expect(
                USUAL,
                "most linked records: 7",
                will("2").linked(LinkKind.DEALS, 3).linked(LinkKind.NOTES, 4).there(),
                will("1")
                        .linked(LinkKind.DEALS, 6)
                        .linked(LinkKind.FOLLOWERS, 9)
                        .added("2001-01-01")
                        .there());
    }

    @Test
    void goesOnWithTheNextRuleAmongEquals() {
        expect(
                USUAL,
                "most linked records: 7; then oldest: 2019-05-06",
                will("2").linked(LinkKind.DEALS, 7).added("2019-05-06").there(),
                will("1").linked(LinkKind.DEALS, 7).added("2020-01-01").there(),
                will("3").added("2001-01-01").there());
    }

    @Test
    void neverTakesARecordOfUnknownAgeForTheOldest() {
        expect(
                USUAL,
                "oldest: 2019-05-06",
                will("2").added("2019-05-06").there(),
                will("1").there());
    }

    @Test
    void endsWithTheLowestId() {
        expect(
                List.of(),
                "lowest id",
                will("9").there(),
                will("10").there(),
                will("a").there());
    }

    @Test
    void takesTheMostComplete() {
        expect(
                List.of(SurvivorRule.MOST_COMPLETE),
                "most filled fields: 5",
                will("2")
                        .email("a@b.c")
                        .phone("1")
                        .born("1971")
                        .with("tier", "A")
                        .there(),
                will("1").email("a@b.c", "d@e.f").phone("1").there());
    }

    @Test
    void takesTheLatestUpdated() {
        expect(
                List.of(SurvivorRule.LATEST_UPDATED),
                "changed last: 2024-02-03",
                will("2").updated("2024-02-03").there(),
                will("1").updated("2023-02-03").there(),
                will("3").there());
    }

    @Test
    void takesWhoSaidStopBeforeAnyRule() {
        expect(
                USUAL,
                "said stop to mail, which must stay; then most linked records: 1",
                will("3").mail(Consent.UNSUBSCRIBED).linked(LinkKind.DEALS, 1).there(),
                will("1").linked(LinkKind.DEALS, 50).mail(Consent.SUBSCRIBED).there(),
                will("2").mail(Consent.UNSUBSCRIBED).there());
    }

    @Test
    void takesARecordWithANameBeforeOneWithout() {
        expect(
                USUAL,
                "has a name",
                will("2").there(),
                will("1").named("n/a").linked(LinkKind.DEALS, 50).there());
    }

    @Test
    void missesLeastAmongEqualsBeforeTheLowestId() {
        expect(
                USUAL,
                "least of the others would be missed",
                will("2").there(),
                will("1").born("1971").there());
    }

    @Test
    void takesTheLowestIdIfTheJobAsksForItFirst() {
        expect(
                List.of(SurvivorRule.LOWEST_ID),
                "lowest id",
                will("1").born("1971").there(),
                will("2").there());
    }

    /** The persons in their right order, whichever order they come in. */
    private static void expect(List<SurvivorRule> rules, String reason, Person... inOrder) {
        SurvivorChoice choice = new SurvivorChoice(rules, MISSED);
        List<Member> members = Arrays.stream(inOrder)
                .map(person -> Member.of(person, Aside.NONE, false))
                .toList();
        List<Member> reversed = new ArrayList<>(members);
        Collections.reverse(reversed);

        assertThat(choice.inOrder(reversed).get(0)).isEqualTo(members.get(0));
        assertThat(choice.inOrder(reversed)).isEqualTo(choice.inOrder(members));
        assertThat(choice.reason(choice.inOrder(reversed))).isEqualTo(reason);
    }

    private static Somebody will(String id) {
        return Somebody.withId(id).named("Will Smith");
    }
}
