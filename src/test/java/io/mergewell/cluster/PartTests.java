package io.mergewell.cluster;

import static io.mergewell.cluster.People.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mergewell.match.MatchSettings;
import io.mergewell.match.Part;
import io.mergewell.match.TrainedModel;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.PostalAddress;
import io.mergewell.sandbox.population.Population;
import io.mergewell.sandbox.population.PopulationSettings;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PartTests {

    private static final List<Person> STRANGERS = People.strangers(600);
    private static final List<Person> FATHER_AND_SON = List.of(
            person("a1", "Robert", "Huxtable Sr.", "huxtable@example.org", "+1 212 555 0101"),
            person("a2", "Robert", "Huxtable Jr.", "huxtable@example.org", "+1 212 555 0101"));
    private static final Resolution WHOLE = invented(Set.of());

    @ParameterizedTest
    @EnumSource(Part.class)
    void changesWhatComesOutWhenLeftOut(Part part) {
        Resolution without = invented(Set.of(part));

        assertThat(List.of(without.pairsCompared(), without.model(), without.groups()))
                .isNotEqualTo(List.of(WHOLE.pairsCompared(), WHOLE.model(), WHOLE.groups()));
    }

    @Test
    void comparesNamesAsTheyStandWithoutSwaps() {
        Person one = person("a1", "Will", "Smithson", "", "+1 415 555 0132");
        Person two = person("a2", "Smithson", "Will", "", "+1 415 555 0132");

        assertThat(level("name order", explanation(Set.of(), one, two))).isEqualTo("swapped");
        assertThat(level("name order", explanation(Set.of(Part.SWAPS), one, two)))
                .isEqualTo("in the same order");
    }

    @Test
    void takesNicknamesForOtherNamesWithoutNicknames() {
        Person one = person("a1", "Bill", "Smithson", "", "+1 415 555 0132");
        Person two = person("a2", "William", "Smithson", "", "+1 415 555 0132");

        assertThat(level("given name", explanation(Set.of(), one, two))).isEqualTo("a nickname");
        assertThat(level("given name", explanation(Set.of(Part.NICKNAMES), one, two)))
                .isNotEqualTo("a nickname");
    }

    @Test
    void weighsEveryNameAlikeWithoutRarity() {
        Person rare = person("a1", "Gwendolyn", "Featherstone", "", "+1 415 555 0132");
        Person common = person("b1", "James", "Featherstone", "", "+1 415 555 0199");

        assertThat(givenNameOfTwice(Set.of(), rare)).isGreaterThan(givenNameOfTwice(Set.of(), common) + 0.5);
        assertThat(givenNameOfTwice(Set.of(Part.RARITY), rare))
                .isCloseTo(givenNameOfTwice(Set.of(Part.RARITY), common), within(0.2));
    }

    @Test
    void countsACityAndItsPostcodeTwiceWithoutDependence() {
        assertThat(bitsOfOneTown(Set.of(Part.DEPENDENCE))).isGreaterThan(bitsOfOneTown(Set.of()) + 2);
    }

    @Test
    void takesACoupleForOnePersonMoreEasilyWithoutRivals() {
        Person one = person("a1", "Margaret", "Oakley", "oakleys@home.net", "+1 212 555 0101");
        Person two = person("a2", "Timothy", "Oakley", "oakleys@home.net", "+1 212 555 0101");

        assertThat(explanation(Set.of(Part.RIVALS), one, two).bits())
                .isGreaterThan(explanation(Set.of(), one, two).bits() + 1);
    }

    @Test
    void assumesWhatTruePairsAgreeOnWithoutLearning() {
        TrainedModel.Field given =
                invented(Set.of(Part.LEARNING)).model().fields().get(0);

        assertThat(given.levels().get(0).matches()).isCloseTo(0.66, within(1e-9));
        assertThat(WHOLE.model().fields().get(0).levels().get(0).matches()).isNotCloseTo(0.66, within(1e-3));
    }

    @Test
    void expectsMoreTruePairsWithoutSharpening() {
        Set<Part> firstRoundOnly = Set.of(Part.SECOND_ROUND);
        Set<Part> unsharpened = Set.of(Part.SECOND_ROUND, Part.SHARPENING);

        assertThat(invented(unsharpened).model().priorBits())
                .isGreaterThan(invented(firstRoundOnly).model().priorBits());
    }

    @Test
    void findsSharedValuesMoreCommonWhenTheyAreCountedByRecord() {
        List<Person> again = STRANGERS.stream()
                .limit(15)
                .flatMap(person -> IntStream.range(0, 8).mapToObj(copy -> again(person, copy)))
                .toList();

        assertThat(sameEmail(match(Set.of(Part.HUMAN_COUNTS), again).model()))
                .isGreaterThan(2 * sameEmail(match(Set.of(), again).model()));
    }

    @Test
    void keepsTheFirstPriorWithoutASecondRound() {
        Resolution once = invented(Set.of(Part.SECOND_ROUND));

        assertThat(once.model().priorBits()).isNotEqualTo(WHOLE.model().priorBits());
        assertThat(once.seconds().keySet()).isEqualTo(WHOLE.seconds().keySet());
    }

    @Test
    void joinsFatherAndSonWithoutContradictions() {
        assertThat(largest(match(Set.of(), FATHER_AND_SON))).isZero();
        assertThat(largest(match(Set.of(Part.CONTRADICTIONS), FATHER_AND_SON))).isEqualTo(2);
    }

    private static Resolution invented(Set<Part> without) {
        Resolver resolver = new Resolver(MatchSettings.DEFAULTS, without);
        Population.persons(new PopulationSettings(800, 3)).forEachRemaining(made -> resolver.add(made.person()));
        FATHER_AND_SON.forEach(resolver::add);
        return resolver.resolve(Set.of());
    }

    private static Person again(Person person, int copy) {
        return person(
                "d" + copy + "-" + person.id().value(),
                String.valueOf(person.name().first()),
                String.valueOf(person.name().last()),
                person.emails().get(0).value(),
                person.phones().get(0).value());
    }

    private static Matching match(Set<Part> without, List<Person> persons) {
        Resolver resolver = new Resolver(MatchSettings.DEFAULTS, without);
        STRANGERS.forEach(resolver::add);
        persons.forEach(resolver::add);
        return resolver.match(Set.of());
    }

    /** Of two namesakes in one of twenty towns, each of which has a postcode of its own. */
    private static double bitsOfOneTown(Set<Part> without) {
        Resolver resolver = new Resolver(MatchSettings.DEFAULTS, without);
        for (int i = 0; i < STRANGERS.size(); i++) {
            resolver.add(inTown(STRANGERS.get(i), i % 20));
        }
        resolver.add(inTown(person("a1", "Gwendolyn", "Featherstone", "", ""), 7));
        resolver.add(inTown(person("a2", "Gwendolyn", "Featherstone", "", ""), 7));
        return resolver.match(Set.of())
                .explain(new PersonId("a1"), new PersonId("a2"))
                .orElseThrow()
                .bits();
    }

    private static Person inTown(Person person, int town) {
        return new Person(
                person.id(),
                person.name(),
                person.emails(),
                person.phones(),
                person.organisation(),
                person.birthDate(),
                new PostalAddress(
                        null, String.valueOf(20_100 + 317 * town), "Town" + (char) ('a' + town) + "ville", null),
                person.jobTitle(),
                person.custom(),
                person.facts());
    }

    private static Explanation explanation(Set<Part> without, Person one, Person two) {
        return match(without, List.of(one, two)).explain(one.id(), two.id()).orElseThrow();
    }

    private static String level(String field, Explanation explanation) {
        return explanation.evidence().stream()
                .filter(evidence -> evidence.field().equals(field))
                .findFirst()
                .orElseThrow()
                .level();
    }

    private static double givenNameOfTwice(Set<Part> without, Person person) {
        Person again = person(
                "c1",
                String.valueOf(person.name().first()),
                String.valueOf(person.name().last()),
                "",
                person.phones().get(0).value());
        return explanation(without, person, again).evidence().stream()
                .filter(evidence -> evidence.field().equals("given name"))
                .findFirst()
                .orElseThrow()
                .bits();
    }

    private static double sameEmail(TrainedModel model) {
        return model.fields().stream()
                .filter(field -> field.name().equals("e-mail"))
                .findFirst()
                .orElseThrow()
                .levels()
                .get(0)
                .different();
    }

    private static int largest(Matching matching) {
        return matching.resolution().groups().stream()
                .map(Group::members)
                .filter(members -> members.contains(new PersonId("a2")))
                .mapToInt(List::size)
                .max()
                .orElse(0);
    }
}
