package io.mergewell.plan.draft;

import io.mergewell.match.ScoredPair;
import io.mergewell.person.Consent;
import io.mergewell.person.LinkKind;
import io.mergewell.person.Person;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.Somebody;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Groups of persons whose values overlap, differ by spelling, contradict each other or are junk. */
final class RandomGroups extends DomainContextBase {

    private static final List<String> NAMES = List.of(
            "Will Smith",
            "WILL SMITH",
            "Smith, Will",
            "W. Smith",
            "Bill Smith",
            "Will Smith Jr.",
            "Müller",
            "Muller",
            "n/a",
            "Acme GmbH",
            "");
    private static final List<String> EMAILS = List.of(
            "will@acme.com",
            "WILL@Acme.com",
            "Will <will@acme.com>",
            "w.ill@gmail.com",
            "will+x@gmail.com",
            "none",
            "тест",
            "test",
            "info@acme.com; will@acme.com",
            "a@b.org, c@d.org",
            "mailto:c@d.org",
            "C <c@d.org> / will@acme.com",
            "c@d.org");
    private static final List<String> PHONES = List.of(
            "+1 415 555 0132",
            "(415) 555-0132",
            "415-555-0132 x7",
            "4155550132 / 4155550199",
            "0199",
            "call Bob",
            "ask",
            "+49 89 1234567",
            "030 7654321, +49 89 1234567",
            "089 1234567");
    private static final List<String> DATES =
            List.of("", "", "1971-02-03", "3.2.1971", "1971", "1971-03-02", "1900-01-01");
    private static final List<String> TEXTS = List.of("", "", "A", "a", "B", "n/a");

    /** A plan's input: groups that share nobody. */
    record Input(List<MatchedGroup> groups, List<Person> shells) {}

    @Provide
    Arbitrary<Input> inputs() {
        return Arbitraries.randomValue(RandomGroups::input);
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    @Provide
    Arbitrary<Capabilities> capabilities() {
        return Arbitraries.randomValue(
                random -> new Capabilities(random.nextBoolean(), random.nextBoolean(), random.nextBoolean()));
    }

    private static Input input(Random random) {
        List<MatchedGroup> groups = new ArrayList<>();
        List<Person> shells = new ArrayList<>();
        int next = 1;
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            int size = 2 + random.nextInt(4);
            groups.add(group(random, next, size));
            next += size;
        }
        for (int i = 0; i < random.nextInt(3); i++) {
            shells.add(Somebody.withId(Integer.toString(next++)).there());
        }
        return new Input(groups, shells);
    }

    private static MatchedGroup group(Random random, int firstId, int size) {
        Person[] persons = IntStream.range(firstId, firstId + size)
                .mapToObj(id -> person(random, Integer.toString(id)))
                .toArray(Person[]::new);
        List<ScoredPair> pairs = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                if (j == i - 1 || random.nextBoolean()) {
                    pairs.add(Matched.pair(persons[i].id(), persons[j].id(), 0.9 + random.nextInt(100) / 1000.0));
                }
            }
        }
        List<Person> present = List.of(persons).subList(random.nextInt(4) == 0 ? 1 : 0, size);
        return new MatchedGroup(
                Matched.group(pairs, persons),
                present,
                random.nextInt(4) == 0 ? Set.of(persons[size - 1].id()) : Set.of());
    }

    private static Person person(Random random, String id) {
        Somebody somebody = Somebody.withId(id)
                .named(any(random, NAMES))
                .email(some(random, EMAILS))
                .phone(some(random, PHONES))
                .born(any(random, DATES))
                .working(any(random, TEXTS))
                .at(any(random, TEXTS), any(random, TEXTS))
                .living(any(random, TEXTS), any(random, TEXTS), any(random, TEXTS), any(random, TEXTS))
                .labelled(some(random, List.of("1", "2", "3")))
                .mail(any(random, List.of(Consent.values())))
                .linked(LinkKind.DEALS, random.nextInt(2));
        return random.nextBoolean()
                ? somebody.there()
                : somebody.with("tier", any(random, List.of("A", "B")))
                        .added("2020-01-0" + (1 + random.nextInt(9)))
                        .there();
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String[] some(Random random, List<String> values) {
        return random.ints(random.nextInt(4), 0, values.size())
                .mapToObj(values::get)
                .distinct()
                .toArray(String[]::new);
    }
}
