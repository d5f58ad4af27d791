package io.mergewell.cli.evaluate.detail;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cli.evaluate.RecordTruth;
import io.mergewell.cli.evaluate.Truth;
import io.mergewell.cluster.Matching;
import io.mergewell.cluster.Resolver;
import io.mergewell.match.MatchSettings;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonName;
import io.mergewell.person.PostalAddress;
import io.mergewell.person.RecordFacts;
import io.mergewell.sandbox.population.Population;
import io.mergewell.sandbox.population.PopulationSettings;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FamilyTallyTests {

    private static Matching matching;
    private static RecordTruth truth;

    /** The pairs of each family, written as one number. */
    private static final Map<String, Set<Long>> PAIRS = new LinkedHashMap<>();

    @BeforeAll
    static void matchInventedPersons() {
        Resolver resolver = new Resolver(MatchSettings.DEFAULTS);
        Truth labels = new Truth();
        Population.persons(new PopulationSettings(800, 3)).forEachRemaining(made -> {
            resolver.add(made.person());
            labels.add(made.person().id(), made.truth());
        });
        List.of(colleague("90001", "Xaver", "Unterholzner"), colleague("90002", "Quentin", "Babcock"))
                .forEach(person -> {
                    resolver.add(person);
                    labels.add(person.id(), "who changed the name");
                });
        matching = resolver.match(Set.of());
        truth = labels.of(matching.records(), matching::id);
        matching.forEachFamily((name, candidates) -> {
            Set<Long> pairs = new HashSet<>();
            for (int record = 0; record < matching.records(); record++) {
                candidates.enumerator().pairsOf(record, (a, b) -> pairs.add(pair(a, b)));
            }
            PAIRS.put(name, pairs);
        });
    }

    @Test
    void allFamiliesTogetherGiveThePairsThatWereCompared() {
        Set<Long> compared = new HashSet<>();
        matching.forEachPair((a, b, probability, levels) -> compared.add(pair(a, b)));
        Set<Long> given = new HashSet<>();
        PAIRS.values().forEach(given::addAll);

        assertThat(given).isEqualTo(compared).hasSizeGreaterThan(1_000);
    }

    @Test
    void countsWhatEachFamilyFindsAndWhatNoOtherDoes() {
        List<FamilyUse> families = FamilyTally.of(matching, truth);

        assertThat(families).extracting(FamilyUse::name).containsExactlyInAnyOrderElementsOf(PAIRS.keySet());
        assertThat(families)
                .anyMatch(family -> family.name().equals("organisation") && family.onlyHere() == 1)
                .allSatisfy(family -> {
                    Set<Long> own = PAIRS.getOrDefault(family.name(), Set.of());
                    assertThat(family.pairs()).isEqualTo(own.size());
                    assertThat(family.truePairs())
                            .isEqualTo(own.stream()
                                    .filter(FamilyTallyTests::isTrue)
                                    .count());
                    assertThat(family.onlyHere())
                            .isEqualTo(own.stream()
                                    .filter(FamilyTallyTests::isTrue)
                                    .filter(pair -> PAIRS.values().stream()
                                                    .filter(pairs -> pairs.contains(pair))
                                                    .count()
                                            == 1)
                                    .count());
                });
    }

    private static Person colleague(String id, String first, String last) {
        return new Person(
                new PersonId(id),
                new PersonName(null, first, last),
                List.of(),
                List.of(),
                new Organisation(null, "Featherstonehaugh Tapestries"),
                "",
                PostalAddress.NONE,
                null,
                new TreeMap<>(),
                RecordFacts.NONE);
    }

    private static long pair(int a, int b) {
        return (long) a << 32 | b;
    }

    private static boolean isTrue(long pair) {
        return truth.isOnePerson((int) (pair >>> 32), (int) pair);
    }
}
