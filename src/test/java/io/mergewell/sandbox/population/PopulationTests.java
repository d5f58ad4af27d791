package io.mergewell.sandbox.population;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.mergewell.person.ContactValue;
import io.mergewell.person.Organisation;
import io.mergewell.sandbox.world.Company;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The invented persons, by their statistics: whether they look real is for eyes. */
class PopulationTests {

    private static final int COUNT = 20_000;
    private static final List<GeneratedPerson> PERSONS = persons(COUNT, 1);
    private static final Map<String, List<GeneratedPerson>> HUMANS =
            PERSONS.stream().collect(Collectors.groupingBy(GeneratedPerson::truth, TreeMap::new, Collectors.toList()));

    @ParameterizedTest
    @CsvSource({"500, 9c7d769743026bbb", "1000000, 5dc285deb8e8a88c"})
    void theSameSettingsGiveTheSameBytesOnAnyMachine(long count, String expected) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Iterator<GeneratedPerson> persons = Population.persons(new PopulationSettings(count, 42));
        for (int i = 0; i < 500; i++) {
            digest.update(persons.next().toString().getBytes(StandardCharsets.UTF_8));
        }

        assertThat(HexFormat.of().formatHex(digest.digest(), 0, 8)).isEqualTo(expected);
    }

    @Test
    void anotherSeedGivesOtherPersons() {
        Set<String> names = names(persons(500, 1));

        assertThat(names(persons(500, 2))).isNotEqualTo(names);
    }

    @Test
    void whatACompanyIsCalledFollowsFromItsId() {
        List<Organisation> organisations = PERSONS.stream()
                .map(person -> person.person().organisation())
                .filter(organisation -> organisation.id() != null)
                .distinct()
                .toList();

        assertThat(organisations).hasSizeGreaterThan(1_000).allMatch(organisation -> Company.nameOf(
                        Long.parseLong(organisation.id()))
                .equals(organisation.name()));
    }

    @Test
    void everyIdIsGivenOnce() {
        assertThat(PERSONS.stream()
                        .map(person -> Long.valueOf(person.person().id().value()))
                        .sorted())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, COUNT).boxed().toList());
    }

    @Test
    void duplicatesLieFarApart() {
        double near = HUMANS.values().stream()
                .filter(records -> records.size() > 1)
                .filter(records -> Math.abs(id(records.get(0)) - id(records.get(1))) < COUNT / 100)
                .count();

        assertThat(near
                        / HUMANS.values().stream()
                                .filter(records -> records.size() > 1)
                                .count())
                .isLessThan(0.05);
    }

    @Test
    void aboutAnEighthOfTheRecordsIsRedundantAndGroupsAreSmall() {
        double redundant = 1 - HUMANS.size() / (double) COUNT;
        Map<Integer, Long> sizes = HUMANS.entrySet().stream()
                .filter(human -> human.getKey().startsWith("h"))
                .collect(Collectors.groupingBy(human -> human.getValue().size(), TreeMap::new, Collectors.counting()));

        assertThat(redundant).isBetween(0.11, 0.14);
        assertThat(sizes.keySet()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(sizes.get(2)).isGreaterThan(3 * sizes.get(3));
    }

    @Test
    void mostDuplicatesShareAContactValueAndAFewShareNothing() {
        List<GeneratedPerson> later = HUMANS.entrySet().stream()
                .filter(human -> human.getKey().startsWith("h"))
                .flatMap(human -> human.getValue().stream().skip(1))
                .toList();
        double apart = later.stream()
                .filter(person -> person.flaws().contains(Flaw.NOTHING_SHARED))
                .count();

        assertThat(apart / later.size()).isBetween(0.01, 0.08);
        assertThat(later.stream().flatMap(person -> person.flaws().stream()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Flaw.values());
    }

    @Test
    void anAddressOfOnesOwnIsNobodyElses() {
        Map<String, Set<String>> owners = new HashMap<>();
        PERSONS.forEach(person -> person.person().emails().forEach(mail -> owners.computeIfAbsent(
                        mail.value().toLowerCase(Locale.ROOT), key -> new TreeSet<>())
                .add(person.truth())));

        List<String> shared = owners.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .filter(
                        mail -> !mail.matches(
                                "(mailto:)?(info|office|contact|sales|hello|test|asdf|noreply|none|a|the|fam\\w*|rodzina|perhe|aile)[.@].*"))
                .toList();
        assertThat(shared).hasSizeLessThan(COUNT / 1_000);
        assertThat(owners.values().stream().filter(set -> set.size() > 1).count())
                .isGreaterThan(COUNT / 200);
    }

    @Test
    void phoneNumbersAreValidInTheirCountries() {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        List<String> international = PERSONS.stream()
                .flatMap(person -> person.person().phones().stream())
                .map(ContactValue::value)
                .filter(value -> value.startsWith("+") && !value.contains("/"))
                .toList();
        long valid =
                international.stream().filter(value -> isValid(phones, value)).count();

        assertThat(international).hasSizeGreaterThan(COUNT / 10);
        assertThat(valid / (double) international.size()).isGreaterThan(0.97);
    }

    @Test
    void manyNamesAreRareAndManyScriptsAreUsed() {
        Map<String, Long> families = PERSONS.stream()
                .map(person -> person.person().name().last())
                .filter(last -> last != null)
                .collect(Collectors.groupingBy(last -> last, Collectors.counting()));
        long common =
                families.values().stream().mapToLong(Long::longValue).max().orElse(0);

        assertThat(families).hasSizeGreaterThan(COUNT / 4);
        assertThat(common).isBetween(COUNT / 500L, COUNT / 50L);
        for (String script : List.of("IsCyrillic", "IsArabic", "IsHan")) {
            assertThat(PERSONS)
                    .as(script)
                    .anyMatch(person -> person.person().name().display().matches(".*\\p{" + script + "}.*"));
        }
    }

    @Test
    void whoeverNeedsOnlyTheFirstPersonsDoesNotWaitForTheRest() {
        Iterator<GeneratedPerson> many = Population.persons(new PopulationSettings(10_000_000_000L, 1));

        assertThat(many.next().person().id()).isNotNull();
    }

    private static boolean isValid(PhoneNumberUtil phones, String value) {
        try {
            return phones.isValidNumber(phones.parse(value, "ZZ"));
        } catch (NumberParseException e) {
            return false;
        }
    }

    private static long id(GeneratedPerson person) {
        return Long.parseLong(person.person().id().value());
    }

    private static Set<String> names(Collection<GeneratedPerson> persons) {
        return persons.stream().map(person -> person.person().name().display()).collect(Collectors.toSet());
    }

    private static List<GeneratedPerson> persons(int count, long seed) {
        List<GeneratedPerson> persons = new ArrayList<>();
        Population.persons(new PopulationSettings(count, seed)).forEachRemaining(persons::add);
        return persons;
    }
}
