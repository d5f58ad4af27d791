package io.mergewell.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSpreadTests {

    private static final int DRAWN = 200_000;
    private static final Culture AMERICAN = Cultures.ALL.get(0);

    @ParameterizedTest
    @CsvSource({
        "1, 620, 0, 0",
        "3000, 620, 0, 0",
        "30000, 348, 200, 2",
        "300000, 196, 400, 5",
        "1000000, 150, 500, 6",
        "10000000, 150, 500, 8",
        "1000000000000, 150, 500, 8"
    })
    void widensWithThePopulationUntilItIsAWholeCountry(long persons, int frequent, int rareGiven, int bits) {
        assertThat(NameSpread.of(persons)).isEqualTo(new NameSpread(frequent, rareGiven, bits));
    }

    @ParameterizedTest
    @CsvSource({"1000, 5e-5, 1.5e-4", "100000, 5e-6, 1.5e-5", "1000000, 1e-6, 5e-6", "10000000, 1e-6, 5e-6"})
    void twoOfOneCountryShareTheFullNameAboutAsOftenAsInReality(long persons, double least, double most) {
        Map<String, Integer> counts = new HashMap<>();
        Dice dice = Dice.of(persons, 1);
        NameSpread spread = NameSpread.of(persons);
        Names names = AMERICAN.names();
        for (int i = 0; i < DRAWN; i++) {
            counts.merge(
                    names.given(dice, dice.chance(500), spread).written() + " "
                            + names.family(dice, spread).written(),
                    1,
                    Integer::sum);
        }

        assertThat(collisions(counts)).isBetween(least, most);
    }

    @Test
    void theTenMostFrequentFamilyNamesOfACountryAreBorneByAboutATwentieth() {
        Map<String, Integer> counts = families(1_000_000);

        assertThat(counts.values().stream()
                        .sorted(Comparator.reverseOrder())
                        .limit(10)
                        .mapToInt(Integer::intValue)
                        .sum())
                .isBetween(DRAWN / 25, DRAWN / 15);
    }

    @Test
    void thereAreMoreFamilyNamesWhereThereAreMorePeople() {
        assertThat(families(1_000).size()).isLessThan(6_000);
        assertThat(families(100_000).size()).isGreaterThan(10_000);
        assertThat(families(10_000_000).size()).isGreaterThan(40_000);
    }

    private static Map<String, Integer> families(long persons) {
        Map<String, Integer> counts = new HashMap<>();
        Dice dice = Dice.of(persons, 2);
        NameSpread spread = NameSpread.of(persons);
        for (int i = 0; i < DRAWN; i++) {
            counts.merge(AMERICAN.names().family(dice, spread).written(), 1, Integer::sum);
        }
        return counts;
    }

    /** How probable it is that two of those drawn are the same. */
    private static double collisions(Map<String, Integer> counts) {
        return counts.values().stream()
                .mapToDouble(count -> count * (count - 1.0) / ((double) DRAWN * (DRAWN - 1)))
                .sum();
    }
}
