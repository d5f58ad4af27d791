package io.mergewell.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** No chain, no cycle, nobody twice. */
class PlannedGroupTests {

    private final Person one = Somebody.withId("1").there();
    private final Person two = Somebody.withId("2").there();
    private final Person three = Somebody.withId("3").there();

    @Test
    void isAStar() {
        PlannedGroup group = group(one, List.of(one, two, three), row("2", Band.AUTO), row("3", Band.AUTO));

        assertThat(group.band()).isEqualTo(Band.AUTO);
        assertThat(group.in(Band.REVIEW).band()).isEqualTo(Band.REVIEW);
        assertThat(group.member(new PersonId("2"))).isEqualTo(two);
    }

    @Test
    void isNotSureIfOneRowIsNot() {
        assertThat(group(one, List.of(one, two, three), row("2", Band.AUTO), row("3", Band.REVIEW))
                        .band())
                .isEqualTo(Band.REVIEW);
    }

    @Test
    void hasNoRowForItsSurvivor() {
        refused("A group has one row for each duplicate", one, List.of(one, two), row("1", Band.AUTO));
    }

    @Test
    void hasNoDuplicateTwice() {
        refused(
                "A group has one row for each duplicate",
                one,
                List.of(one, two),
                row("2", Band.AUTO),
                row("2", Band.AUTO));
    }

    @Test
    void hasARowForEachDuplicate() {
        refused("A group has one row for each duplicate", one, List.of(one, two, three), row("2", Band.AUTO));
    }

    @Test
    void hasNobodyTwice() {
        refused("A person is in a group once.", one, List.of(one, two, two), row("2", Band.AUTO));
    }

    @Test
    void beginsWithItsSurvivor() {
        refused("The survivor is the first member.", two, List.of(one, two), row("1", Band.AUTO));
    }

    @Test
    void hasMoreThanItsSurvivor() {
        refused("A group has at least two members.", one, List.of(one));
    }

    @Test
    void isSeveralRecordsOnlyWithASurvivor() {
        refused(
                "Only an empty shell has no survivor.",
                null,
                List.of(one, two),
                row("1", Band.AUTO),
                row("2", Band.AUTO));
    }

    private static void refused(String sentence, Person survivor, List<Person> members, PlannedAction... rows) {
        assertThatThrownBy(() -> group(survivor, members, rows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(sentence);
    }

    private static PlannedGroup group(Person survivor, List<Person> members, PlannedAction... rows) {
        TreeMap<PersonId, String> fingerprints = new TreeMap<>();
        members.forEach(member -> fingerprints.put(member.id(), Fingerprint.of(member)));
        PersonId id = survivor == null ? null : survivor.id();
        return new PlannedGroup("g1", members, fingerprints, id, "", survivor, 1, Arrays.asList(rows));
    }

    private static PlannedAction row(String duplicate, Band band) {
        return new PlannedAction(
                "r" + duplicate,
                ActionKind.MERGE,
                band,
                1,
                new PersonId(duplicate),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
