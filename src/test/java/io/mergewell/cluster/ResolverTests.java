package io.mergewell.cluster;

import static io.mergewell.cluster.People.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.match.FieldKind;
import io.mergewell.match.MatchSettings;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import io.mergewell.sandbox.population.Population;
import io.mergewell.sandbox.population.PopulationSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ResolverTests {

    private static final List<Person> STRANGERS = People.strangers(600);

    @ParameterizedTest(name = "{0}")
    @MethodSource("duplicates")
    void findsThePersonWhoIsThereTwice(String how, Person one, Person other) {
        assertThat(groupsAmongStrangers(one, other)).containsExactly(List.of("a1", "a2"));
    }

    static Stream<Arguments> duplicates() {
        return Stream.of(
                Arguments.of(
                        "nickname and another mailbox, one phone",
                        person("a1", "Will", "Smith", "will.smith@acme.com", "+1 415 555 0132"),
                        person("a2", "William", "Smith", "WSMITH@gmail.com", "(415) 555-0132")),
                Arguments.of(
                        "swapped names and a tagged address",
                        person("a1", "Will", "Smith", "will.smith@acme.com", "+1 415 555 0132"),
                        person("a2", "Smith", "Will", "will.smith+news@acme.com", "")),
                Arguments.of(
                        "a typo in the name and day and month swapped",
                        person("a1", "Zbigniew", "Brzezinski", "", "", "1971-03-02"),
                        person("a2", "Zbignew", "Brzezinski", "", "", "1971-02-03")),
                Arguments.of(
                        "another script",
                        person("a1", "Николай", "Воронцов", "", "+7 912 345 67 89"),
                        person("a2", "Nikolai", "Vorontsov", "", "8 (912) 345-67-89")),
                Arguments.of(
                        "a typo in the address",
                        person("a1", "Katharina", "Oberhofer", "katharina.oberhofer@web.de", ""),
                        person("a2", "Katharina", "Oberhofer", "katarina.oberhofer@web.de", "")));
    }

    @Test
    void matchesWithAPinnedModelAsWithTheOneItLearned() {
        List<Person> persons = with(
                person("a1", "Will", "Smith", "will.smith@acme.com", "+1 415 555 0132"),
                person("a2", "William", "Smith", "WSMITH@gmail.com", "(415) 555-0132"));
        Resolution learned = resolve(settings(), persons, Set.of());
        Resolution pinned =
                resolve(new MatchSettings("US", null, null, learned.model(), new TreeMap<>()), persons, Set.of());

        assertThat(pinned.groups()).isEqualTo(learned.groups());
        assertThat(pinned.thresholds()).isEqualTo(learned.thresholds());
        assertThat(pinned.model()).isEqualTo(learned.model());
    }

    @Test
    void proposesNamesakesAloneNotEvenWhenAskedToBeBold() {
        Resolver bold = new Resolver(new MatchSettings(null, 0.01, null, null, new TreeMap<>()));
        STRANGERS.forEach(bold::add);
        bold.add(person("a1", "Gwendolyn", "Featherstonehaugh", "", ""));
        bold.add(person("a2", "Gwendolyn", "Featherstonehaugh", "", ""));

        assertThat(bold.resolve(Set.of()).groups())
                .noneMatch(group -> group.members().contains(new PersonId("a1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("differentPersons")
    void keepsDifferentPersonsApart(String who, Person one, Person other) {
        assertThat(groupsAmongStrangers(one, other)).isEmpty();
    }

    static Stream<Arguments> differentPersons() {
        return Stream.of(
                Arguments.of(
                        "namesakes of whom nothing else is known",
                        person("a1", "Gwendolyn", "Featherstonehaugh", "", ""),
                        person("a2", "Gwendolyn", "Featherstonehaugh", "", "")),
                Arguments.of(
                        "namesakes with nothing in common",
                        person("a1", "John", "Baker", "john@baker-law.com", "+1 212 555 0101", "1950-04-03"),
                        person("a2", "John", "Baker", "jbaker@mit.edu", "+1 617 555 0199", "1988-11-23")),
                Arguments.of(
                        "father and son",
                        person("a1", "Robert", "Huxtable Sr.", "huxtable@example.org", "+1 212 555 0101"),
                        person("a2", "Robert", "Huxtable Jr.", "huxtable@example.org", "+1 212 555 0101")),
                Arguments.of(
                        "parent and child with one mailbox and phone",
                        person("a1", "Margaret", "Oakley", "oakleys@home.net", "+1 212 555 0101", "1950-04-03"),
                        person("a2", "Timothy", "Oakley", "oakleys@home.net", "+1 212 555 0101", "1988-11-23")),
                Arguments.of(
                        "colleagues behind one number",
                        person("a1", "Margaret", "Oakley", "margaret.oakley@firm.com", "+1 212 555 0101"),
                        person("a2", "Bernard", "Lowe", "bernard.lowe@firm.com", "+1 212 555 0101")));
    }

    @Test
    void keepsPersonsWithDifferentUniqueIdsApart() {
        MatchSettings settings =
                new MatchSettings("US", null, null, null, new TreeMap<>(Map.of("custom.tax", FieldKind.UNIQUE)));
        List<Person> persons = new ArrayList<>(STRANGERS);
        persons.add(withTax(person("a1", "Will", "Smith", "will.smith@acme.com", "+1 415 555 0132"), "DE1"));
        persons.add(withTax(person("a2", "Will", "Smith", "will.smith@acme.com", "+1 415 555 0132"), "DE2"));
        persons.add(withTax(person("b1", "Ada", "Byron", "ada@byron.uk", "+1 415 555 0133"), "DE3"));
        persons.add(withTax(person("b2", "Ada", "Byron", "ada@byron.uk", "+1 415 555 0133"), "DE3"));

        assertThat(members(resolve(settings, persons, Set.of()))).containsExactly(List.of("b1", "b2"));
    }

    @Test
    void neverJoinsWhatPeopleDecidedToBeTwo() {
        Person one = person("a1", "Will", "Smith", "will.smith@acme.com", "+1 415 555 0132");
        Person two = person("a2", "Will", "Smith", "will.smith@acme.com", "+1 415 555 0132");
        Set<PersonPair> decided = Set.of(PersonPair.of(two.id(), one.id()));

        assertThat(members(resolve(settings(), with(one, two), decided))).isEmpty();
    }

    /** So many that levels are counted in samples, and keys of two values meet. */
    @Test
    void givesTheSameGroupsAndModelInWhateverOrderAndOnHoweverManyThreads() throws Exception {
        List<Person> persons = new ArrayList<>();
        Population.persons(new PopulationSettings(8_000, 11)).forEachRemaining(made -> persons.add(made.person()));
        Resolution expected = resolve(settings(), persons, Set.of());
        Collections.shuffle(persons, new Random(5));
        Resolution shuffled = new ForkJoinPool(1)
                .submit(() -> resolve(settings(), persons, Set.of()))
                .get();

        assertThat(shuffled.groups()).isEqualTo(expected.groups()).hasSizeGreaterThan(700);
        assertThat(shuffled.model()).isEqualTo(expected.model());
        assertThat(shuffled.pairsCompared()).isEqualTo(expected.pairsCompared());
    }

    @Test
    void takesNobodyInAfterMatching() {
        Resolver resolver = new Resolver(settings());
        resolver.resolve(Set.of());

        assertThatThrownBy(() -> resolver.add(STRANGERS.get(0))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> resolver.resolve(Set.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void answersNothingForNobodyOneOrTwoStrangers() {
        assertThat(resolve(settings(), List.of(), Set.of()).groups()).isEmpty();
        assertThat(resolve(settings(), STRANGERS.subList(0, 1), Set.of()).groups())
                .isEmpty();
        assertThat(resolve(settings(), STRANGERS.subList(0, 2), Set.of()).groups())
                .isEmpty();
    }

    @Test
    void makesNoGiantGroupOfThousandsBehindOneNumber() {
        List<Person> persons = IntStream.range(0, 10_000)
                .mapToObj(i -> person(
                        String.valueOf(i),
                        STRANGERS.get(i % 600).name().display(),
                        "n" + Integer.toString(i, 26).replaceAll("[0-9]", "q") + "son",
                        "",
                        "+1 212 555 0101"))
                .toList();

        Resolution resolution = resolve(settings(), persons, Set.of());

        assertThat(resolution.groups())
                .allSatisfy(group -> assertThat(group.members()).hasSizeLessThan(10));
        assertThat(resolution.notes()).anyMatch(note -> note.startsWith("Phone has one value"));
    }

    @Test
    void explainsAPairInWords() {
        Resolver resolver = new Resolver(settings());
        with(
                        person("a1", "Will", "Smith", "will.smith@acme.com", "+1 415 555 0132"),
                        person("a2", "William", "Smith", "WSMITH@gmail.com", "(415) 555-0132"))
                .forEach(resolver::add);
        Matching matching = resolver.match(Set.of());

        Explanation explanation =
                matching.explain(new PersonId("a2"), new PersonId("a1")).orElseThrow();

        assertThat(explanation.together()).isTrue();
        assertThat(explanation.candidates()).isTrue();
        assertThat(explanation.keptApart()).isNull();
        assertThat(explanation.evidence())
                .anySatisfy(evidence -> assertThat(evidence.level()).isEqualTo("a nickname"))
                .anySatisfy(evidence -> assertThat(evidence.field()).isEqualTo("phone"));
        assertThat(explanation.bits())
                .isCloseTo(
                        explanation.priorBits()
                                + explanation.evidence().stream()
                                        .mapToDouble(evidence -> evidence.bits())
                                        .sum(),
                        org.assertj.core.data.Offset.offset(1e-6));
        assertThat(matching.explain(new PersonId("a1"), new PersonId("nobody"))).isEmpty();
    }

    private static Person doubled(Person person) {
        return person(
                "d" + person.id().value(),
                person.name().display().substring(1),
                "",
                person.emails().get(0).value(),
                person.phones().get(0).value(),
                "");
    }

    private static Person withTax(Person person, String tax) {
        return new Person(
                person.id(),
                person.name(),
                person.emails(),
                person.phones(),
                person.organisation(),
                person.birthDate(),
                person.address(),
                person.jobTitle(),
                new TreeMap<>(Map.of("tax", tax)),
                person.facts());
    }

    private static List<List<String>> groupsAmongStrangers(Person... persons) {
        return members(resolve(settings(), with(persons), Set.of()));
    }

    private static List<Person> with(Person... persons) {
        List<Person> all = new ArrayList<>(STRANGERS);
        all.addAll(List.of(persons));
        return all;
    }

    private static MatchSettings settings() {
        return new MatchSettings("US", null, null, null, new TreeMap<>());
    }

    private static Resolution resolve(MatchSettings settings, List<Person> persons, Set<PersonPair> keptApart) {
        Resolver resolver = new Resolver(settings);
        persons.forEach(resolver::add);
        return resolver.resolve(keptApart);
    }

    private static List<List<String>> members(Resolution resolution) {
        return resolution.groups().stream()
                .map(group -> group.members().stream().map(PersonId::value).toList())
                .toList();
    }
}
