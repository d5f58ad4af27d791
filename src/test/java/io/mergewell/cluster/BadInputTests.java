package io.mergewell.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.match.FieldKind;
import io.mergewell.match.MatchSettings;
import io.mergewell.person.ContactValue;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.sandbox.population.Population;
import io.mergewell.sandbox.population.PopulationSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What data does that says nothing: constant, empty, unique or junk columns, and values that everybody has. */
class BadInputTests {

    private static final int MANY = 10_000;
    private static final List<Person> PERSONS = persons();
    private static final List<List<PersonId>> GROUPS = members(resolve(PERSONS, MatchSettings.DEFAULTS));

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("columns")
    void aColumnThatSaysNothingChangesNothingAndIsNamed(
            String shape, FieldKind kind, IntFunction<@Nullable String> value, String note) {
        List<Person> persons = new ArrayList<>();
        for (int i = 0; i < PERSONS.size(); i++) {
            persons.add(withCustom(PERSONS.get(i), value.apply(i)));
        }

        Resolution resolution = resolve(persons, settings(kind));

        assertThat(members(resolution)).isEqualTo(GROUPS).hasSizeGreaterThan(60);
        assertThat(resolution.notes())
                .filteredOn(text -> text.contains("custom.extra"))
                .containsExactly(note);
    }

    static Stream<Arguments> columns() {
        String constant = "custom.extra has one value in nearly all of the 1,000 records that fill it, so it was not"
                + " compared.";
        String different = "custom.extra has another value in each of the 1,000 records that fill it, so it was not"
                + " compared.";
        String junk = "custom.extra holds nothing but placeholders, or what cannot be read, in the 1,000 records that"
                + " fill it, so it was not compared.";
        List<String> placeholders = List.of("n/a", "-", "unknown", "xxx", "0000000", "???");
        return Stream.of(
                column("constant", FieldKind.EXACT, i -> "yes", constant),
                column("constant", FieldKind.TEXT, i -> "imported in 2019", constant),
                column("constant", FieldKind.DATE, i -> "2019-05-05", constant),
                column("nearly constant", FieldKind.EXACT, i -> i % 200 == 0 ? "no" : "yes", constant),
                column(
                        "empty",
                        FieldKind.EXACT,
                        i -> null,
                        "custom.extra is empty in every record, so it was not compared."),
                column("row number", FieldKind.EXACT, String::valueOf, different),
                column("row number", FieldKind.NUMBER, String::valueOf, different),
                column("row number", FieldKind.TEXT, i -> String.valueOf(100_000 + i), different),
                column("junk", FieldKind.EXACT, i -> placeholders.get(i % placeholders.size()), junk),
                column("junk", FieldKind.TEXT, i -> placeholders.get(i % placeholders.size()), junk),
                column("junk", FieldKind.POSTCODE, i -> i % 2 == 0 ? "00000" : "n/a", junk),
                column("junk", FieldKind.DATE, i -> i % 2 == 0 ? "1900-01-01" : "n/a", junk));
    }

    private static Arguments column(String shape, FieldKind kind, IntFunction<@Nullable String> value, String note) {
        return Arguments.of(shape, kind, value, note);
    }

    @ParameterizedTest
    @CsvSource({"+1 213 555 0100", "0000000", "1234567"})
    void aPhoneThatIsTypedForWantOfOneIsNone(String phone) {
        List<Person> persons = PERSONS.stream()
                .map(person -> person.phones().isEmpty()
                        ? withContacts(person, person.emails(), List.of(ContactValue.of(phone)))
                        : person)
                .toList();

        Resolution resolution = resolve(persons, MatchSettings.DEFAULTS);

        assertThat(members(resolution)).isEqualTo(GROUPS).hasSizeGreaterThan(60);
        assertThat(resolution.notes()).anyMatch(note -> note.startsWith("Phone") && !note.contains(phone));
    }

    @ParameterizedTest
    @CsvSource({"kunde.neu@grosse-firma.de", "test@test.com", "none"})
    void anAddressThatIsTypedForWantOfOneIsNone(String email) {
        List<Person> persons = PERSONS.stream()
                .map(person -> person.emails().isEmpty()
                        ? withContacts(person, List.of(ContactValue.of(email)), person.phones())
                        : person)
                .toList();

        Resolution resolution = resolve(persons, MatchSettings.DEFAULTS);

        assertThat(members(resolution)).isEqualTo(GROUPS).hasSizeGreaterThan(60);
        assertThat(resolution.notes()).anyMatch(note -> note.startsWith("E-mail") && !note.contains(email));
    }

    @ParameterizedTest
    @CsvSource({"phone", "e-mail", "name", "all"})
    void whatTenThousandShareBringsNoneOfThemTogether(String shared) {
        List<Person> persons =
                IntStream.range(0, MANY).mapToObj(i -> sharing(shared, i)).toList();

        Resolution resolution = resolve(persons, MatchSettings.DEFAULTS);

        assertThat(resolution.groups())
                .allSatisfy(group -> assertThat(group.members()).hasSizeLessThan(5));
        assertThat(resolution.groups()).hasSizeLessThan(MANY / 100);
        assertThat(resolution.pairsCompared()).isLessThan(100L * MANY);
        assertThat(resolution.notes()).isNotEmpty();
    }

    private static Person sharing(String shared, int i) {
        boolean all = shared.equals("all");
        String name = all || shared.equals("name") ? "Will" : "n" + letters(i * 7919 % 10_007) + "o";
        String family = all || shared.equals("name") ? "Smith" : "f" + letters(i * 4001 % 10_007) + "son";
        String email = all || shared.equals("e-mail") ? "w.smith@acme.com" : letters(i) + letters(i * 31) + "@acme.com";
        String phone =
                all || shared.equals("phone") ? "+1 212 555 0101" : "+1 212 " + (2_000_000 + i * 617 % 7_999_993);
        return People.person(String.valueOf(i), name, family, email, phone);
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number + 26; rest > 0; rest /= 26) {
            letters.append((char) ('a' + rest % 26));
        }
        return letters.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10})
    void aHandfulOfEqualRecordsIsOnePersonEvenIfThereAreNoOthers(int records) {
        List<Person> equal =
                IntStream.range(0, records).mapToObj(i -> sharing("all", i)).toList();

        assertThat(members(resolve(equal, MatchSettings.DEFAULTS)))
                .containsExactly(equal.stream().map(Person::id).toList());
    }

    @Test
    void anIdThatNoTwoRecordsShareIsObeyedAndNamed() {
        List<Person> persons = new ArrayList<>();
        for (int i = 0; i < PERSONS.size(); i++) {
            persons.add(withCustom(PERSONS.get(i), "id " + i));
        }

        Resolution resolution = resolve(persons, settings(FieldKind.UNIQUE));

        assertThat(resolution.groups()).isEmpty();
        assertThat(resolution.notes())
                .contains("custom.extra, which the job calls unique, differs in each of the 1,000 records that fill it,"
                        + " so no two of them can be one person.");
    }

    private static List<Person> persons() {
        List<Person> persons = new ArrayList<>();
        Population.persons(new PopulationSettings(1_000, 11)).forEachRemaining(made -> persons.add(made.person()));
        return persons;
    }

    private static MatchSettings settings(FieldKind kind) {
        return new MatchSettings(null, null, null, null, new TreeMap<>(Map.of("custom.extra", kind)));
    }

    private static Resolution resolve(List<Person> persons, MatchSettings settings) {
        Resolver resolver = new Resolver(settings);
        persons.forEach(resolver::add);
        return resolver.resolve(Set.of());
    }

    private static List<List<PersonId>> members(Resolution resolution) {
        return resolution.groups().stream().map(Group::members).toList();
    }

    private static Person withCustom(Person person, @Nullable String value) {
        SortedMap<String, String> custom = new TreeMap<>(person.custom());
        if (value != null) {
            custom.put("extra", value);
        }
        return with(person, person.emails(), person.phones(), custom);
    }

    private static Person withContacts(Person person, List<ContactValue> emails, List<ContactValue> phones) {
        return with(person, emails, phones, person.custom());
    }

    private static Person with(
            Person person, List<ContactValue> emails, List<ContactValue> phones, SortedMap<String, String> custom) {
        return new Person(
                person.id(),
                person.name(),
                emails,
                phones,
                person.organisation(),
                person.birthDate(),
                person.address(),
                person.jobTitle(),
                custom,
                person.facts());
    }
}
