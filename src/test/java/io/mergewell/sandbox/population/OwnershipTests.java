package io.mergewell.sandbox.population;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.person.ContactValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is somebody's own in a population of 100,000, and how many share a name or an employer. */
class OwnershipTests {

    private static final int COUNT = 100_000;
    private static final Pattern OF_A_ROLE = Pattern.compile("(info|office|contact|sales|hello)@.*");
    private static final List<GeneratedPerson> PERSONS = persons();

    @Test
    void noTwoStrangersShareAMailbox() {
        Map<String, Set<String>> owners = new HashMap<>();
        eachValue(
                person -> person.flaws().contains(Flaw.MAIL_TYPO)
                        ? List.of()
                        : person.person().emails(),
                (scene, value) -> {
                    String mailbox = mailbox(value.value());
                    if (!OF_A_ROLE.matcher(mailbox).matches()) {
                        owners.computeIfAbsent(mailbox, key -> new HashSet<>(1)).add(scene);
                    }
                });

        assertThat(owners).hasSizeGreaterThan(COUNT / 2);
        assertThat(owners.values()).allMatch(scenes -> scenes.size() == 1);
    }

    @Test
    void noTwoStrangersShareAMobile() {
        Map<String, Set<String>> owners = new HashMap<>();
        eachValue(
                person -> person.flaws().contains(Flaw.PHONE_WRONG)
                        ? List.of()
                        : person.person().phones(),
                (scene, value) -> {
                    if (value.label().equals("mobile") && value.value().matches("\\+[0-9 ]+")) {
                        owners.computeIfAbsent(value.value().replace(" ", ""), key -> new HashSet<>(1))
                                .add(scene);
                    }
                });

        assertThat(owners).hasSizeGreaterThan(COUNT / 10);
        assertThat(owners.values()).allMatch(scenes -> scenes.size() == 1);
    }

    /** Of all countries together, one pair of the same country in eleven; with the namesakes that were asked for. */
    @Test
    void twoPeopleHaveOneFullNameAboutAsOftenAsInARegion() {
        Map<String, Integer> names = new HashMap<>();
        firsts().forEach(person ->
                names.merge(person.person().name().display().toLowerCase(Locale.ROOT), 1, Integer::sum));
        double people = firsts().size();

        double collisions = names.values().stream()
                .mapToDouble(count -> count * (count - 1.0) / (people * (people - 1)))
                .sum();
        assertThat(collisions).isBetween(1e-6, 3e-6);
    }

    @Test
    void companiesHaveAHandfulOfPeopleHoweverLargeThePopulation() {
        Map<String, Integer> people = new HashMap<>();
        firsts().stream()
                .map(person -> person.person().organisation().id())
                .filter(id -> id != null)
                .forEach(id -> people.merge(id, 1, Integer::sum));

        assertThat(people).hasSizeGreaterThan(COUNT / 10);
        assertThat(people.values()).allMatch(count -> count < 40);
    }

    /** Records of one human being come behind one another, so the first of each is its first. */
    private static List<GeneratedPerson> firsts() {
        List<GeneratedPerson> firsts = new ArrayList<>();
        String human = "";
        for (GeneratedPerson person : PERSONS) {
            if (person.truth().startsWith("h") && !person.truth().equals(human)) {
                firsts.add(person);
            }
            human = person.truth();
        }
        return firsts;
    }

    /** Hands over the values of human beings, each with its scene: people of one scene know one another. */
    private static void eachValue(
            Function<GeneratedPerson, List<ContactValue>> values, BiConsumer<String, ContactValue> use) {
        PERSONS.stream().filter(person -> person.truth().startsWith("h")).forEach(person -> values.apply(person)
                .forEach(value ->
                        use.accept(person.truth().substring(0, person.truth().indexOf('.')), value)));
    }

    /** As the provider sees it: no case, no tag, no dots. */
    private static String mailbox(String address) {
        String plain = address.toLowerCase(Locale.ROOT).replace("mailto:", "");
        int at = plain.lastIndexOf('@');
        return plain.substring(0, at).replaceFirst("\\+.*", "").replace(".", "") + plain.substring(at);
    }

    private static List<GeneratedPerson> persons() {
        List<GeneratedPerson> persons = new ArrayList<>(COUNT);
        Iterator<GeneratedPerson> made = Population.persons(new PopulationSettings(COUNT, 3));
        made.forEachRemaining(persons::add);
        return persons;
    }
}
