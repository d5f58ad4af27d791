package io.mergewell.plan.draft;

import static io.mergewell.plan.draft.Drafts.planner;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cluster.Group;
import io.mergewell.normalise.Emails;
import io.mergewell.normalise.Phones;
import io.mergewell.person.Consent;
import io.mergewell.person.ContactValue;
import io.mergewell.person.Person;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Band;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.Fingerprint;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlanDigest;
import io.mergewell.plan.PlanDocument;
import io.mergewell.plan.PlanSettings;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.Room;
import io.mergewell.plan.draft.RandomGroups.Input;
import io.mergewell.plan.golden.FieldRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(RandomGroups.class)
class PlannerPropertyTests {

    private static final Phones PHONES = new Phones("US");

    @Property(tries = 100)
    void noEmailAndNoPhoneIsEverLost(@ForAll Input input, @ForAll Capabilities capabilities) {
        forEachGroup(plan(input, capabilities), group -> {
            assertThat(addresses(group.golden())).containsAll(all(group, PlannerPropertyTests::addresses));
            assertThat(numbers(group.golden())).containsAll(all(group, PlannerPropertyTests::numbers));
        });
    }

    @Property(tries = 100)
    void whatIsWrittenIsWhatSomebodyWrote(@ForAll Input input, @ForAll Capabilities capabilities) {
        forEachGroup(plan(input, capabilities), group -> {
            Set<String> emails = all(group, person -> spellings(person.emails()));
            assertThat(spellings(group.golden().emails()))
                    .allMatch(value -> emails.stream().anyMatch(cell -> cell.contains(value)));
            Set<String> phones = all(group, person -> spellings(person.phones()));
            assertThat(spellings(group.golden().phones()))
                    .allMatch(value -> phones.stream().anyMatch(cell -> cell.contains(value)));
        });
    }

    @Property(tries = 100)
    void whatIsDeletedBringsNothing(@ForAll Input input, @ForAll Capabilities capabilities) {
        forEachGroup(plan(input, capabilities), group -> {
            Person survivor = group.member(group.survivor());
            for (PlannedAction row : group.actions()) {
                if (row.kind() == ActionKind.DELETE) {
                    Person merged = new FieldRules(PHONES, Room.AMPLE).merged(survivor, group.member(row.duplicate()));
                    assertThat(Fingerprint.of(merged)).isEqualTo(Fingerprint.of(survivor));
                    assertThat(row.valuesGained()).isEmpty();
                    assertThat(row.valuesLost()).isEmpty();
                }
            }
        });
    }

    @Property(tries = 100)
    void everyRowLeadsIntoASurvivorThatStays(@ForAll Input input, @ForAll Capabilities capabilities) {
        Plan plan = plan(input, capabilities);

        Set<Object> survivors = new HashSet<>();
        Set<Object> duplicates = new HashSet<>();
        for (PlannedGroup group : plan.groups()) {
            assertThat(group.survivor() == null || survivors.add(group.survivor()))
                    .isTrue();
            group.actions()
                    .forEach(row -> assertThat(duplicates.add(row.duplicate())).isTrue());
        }
        assertThat(Collections.disjoint(survivors, duplicates)).isTrue();
    }

    @Property(tries = 100)
    void aStopSurvives(@ForAll Input input, @ForAll Capabilities capabilities) {
        forEachGroup(plan(input, capabilities), group -> {
            boolean stopped = group.members().stream().anyMatch(PlannerPropertyTests::saidStop);
            assertThat(saidStop(group.golden())).isEqualTo(stopped);
            assertThat(stopped && !saidStop(group.member(group.survivor()))).isFalse();
        });
    }

    @Property(tries = 100)
    void whatIsSureHasNothingToLookAt(@ForAll Input input, @ForAll Capabilities capabilities) {
        Plan plan = plan(input, capabilities);

        plan.groups().stream()
                .filter(group -> group.band() == Band.AUTO)
                .flatMap(group -> group.actions().stream())
                .forEach(row -> {
                    assertThat(row.cautions()).isEmpty();
                    assertThat(row.valuesLost()).allMatch(value -> value.startsWith("name: "));
                });
    }

    @Property(tries = 100)
    void theOrderOfTheInputMakesNoDifference(
            @ForAll Input input, @ForAll Capabilities capabilities, @ForAll long seed) {
        String expected = PlanDocument.toJson(plan(input, capabilities));

        assertThat(PlanDocument.toJson(plan(shuffled(input, new Random(seed)), capabilities)))
                .isEqualTo(expected);
    }

    @Property(tries = 100)
    void aPlanIsStoredWithoutLoss(@ForAll Input input, @ForAll Capabilities capabilities) {
        Plan plan = plan(input, capabilities);

        Plan read = PlanDocument.planFromJson(PlanDocument.toJson(plan));

        assertThat(read).isEqualTo(plan);
        assertThat(PlanDigest.of(read)).isEqualTo(plan.digest());
        assertThat(plan.groups()).allSatisfy(group -> assertThat(PlanDocument.groupFromJson(PlanDocument.toJson(group)))
                .isEqualTo(group));
    }

    private static Plan plan(Input input, Capabilities capabilities) {
        return planner(PlanSettings.DEFAULTS, capabilities).plan("acme", 10_000, input.groups(), input.shells());
    }

    private static void forEachGroup(Plan plan, Consumer<PlannedGroup> check) {
        plan.groups().stream().filter(group -> !group.isEmptyShell()).forEach(check);
    }

    private static Input shuffled(Input input, Random random) {
        List<MatchedGroup> groups = new ArrayList<>();
        for (MatchedGroup group : input.groups()) {
            List<Person> present = shuffle(group.present(), random);
            groups.add(new MatchedGroup(
                    new Group(
                            shuffle(group.group().members(), random),
                            shuffle(group.group().pairs(), random)),
                    present,
                    group.changed()));
        }
        return new Input(shuffle(groups, random), shuffle(input.shells(), random));
    }

    private static <T> List<T> shuffle(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static <T> Set<T> all(PlannedGroup group, Function<Person, Collection<T>> values) {
        return group.members().stream()
                .flatMap(person -> values.apply(person).stream())
                .collect(Collectors.toSet());
    }

    private static List<String> spellings(List<ContactValue> contacts) {
        return contacts.stream().map(ContactValue::value).toList();
    }

    /** Each address that can be written to, and each cell that cannot be read, in capitals. */
    private static Set<String> addresses(Person person) {
        return spellings(person.emails()).stream()
                .flatMap(cell ->
                        Emails.of(cell).stream().map(form -> form.valid() ? form.address() : cell.toUpperCase()))
                .collect(Collectors.toSet());
    }

    private static Set<String> numbers(Person person) {
        return spellings(person.phones()).stream()
                .flatMap(cell -> PHONES.of(cell).isEmpty()
                        ? Stream.of(cell)
                        : PHONES.of(cell).stream().map(form -> form.national() + "-" + form.extension()))
                .collect(Collectors.toSet());
    }

    private static boolean saidStop(Person person) {
        return person.facts().consent() == Consent.UNSUBSCRIBED;
    }
}
