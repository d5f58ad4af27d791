package io.mergewell.match.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.match.MatchSettings;
import io.mergewell.match.corpus.Corpus;
import io.mergewell.match.corpus.CorpusBuilder;
import io.mergewell.sandbox.population.Population;
import io.mergewell.sandbox.population.PopulationSettings;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairComparerTests {

    private static final int PERSONS = 700;

    @Test
    void comparesManyAtOnceAsItComparesEachUnlessNothingButTheNameCouldAgree() {
        Corpus corpus = corpus();
        Comparisons comparisons = Comparisons.of(corpus, Set.of());
        PairComparer oneByOne = comparisons.comparer();
        PairComparer atOnce = comparisons.comparer();
        int[] others = IntStream.range(0, PERSONS).toArray();
        long[] vectors = new long[PERSONS];
        int notLookedAtClosely = 0;
        for (int a = 0; a < PERSONS; a++) {
            atOnce.compare(a, others, 0, PERSONS, vectors);
            for (int b = 0; b < PERSONS; b++) {
                long expected = oneByOne.compare(a, b);
                if (vectors[b] != expected) {
                    assertThat(isSecondAlike(comparisons, expected))
                            .as("records %d and %d agree on something besides the name", a, b)
                            .isFalse();
                    assertThat(LevelVector.level(expected, Comparisons.GIVEN_NAME))
                            .isNotEqualTo(NameLevels.SAME);
                    assertThat(withoutName(vectors[b])).isEqualTo(withoutName(expected));
                    notLookedAtClosely++;
                }
            }
        }
        assertThat(notLookedAtClosely).isPositive();
    }

    private static boolean isSecondAlike(Comparisons comparisons, long vector) {
        return IntStream.range(Comparisons.NAME_PLACES, comparisons.all().size())
                .anyMatch(slot -> {
                    int level = LevelVector.level(vector, slot);
                    return level > 0 && level < comparisons.all().get(slot).levelCount();
                });
    }

    private static long withoutName(long vector) {
        return vector >>> (Comparisons.NAME_PLACES * 4);
    }

    private static Corpus corpus() {
        CorpusBuilder builder = new CorpusBuilder(MatchSettings.DEFAULTS);
        Population.persons(new PopulationSettings(PERSONS, 7))
                .forEachRemaining(made -> builder.add(builder.prepare(made.person())));
        return builder.build();
    }
}
