package io.mergewell.match.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.match.corpus.TextPool;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.junit.jupiter.api.Test;

/** What tells cheaply that two values are nothing alike must never say so of two that are. */
class ShortCutTests {

    private static final int TEXTS = 1_200;
    private static final String SIGNS = "aabcdeeinorstz0127.-_ #";
    private static final String DIGITS = "00123456789";

    private final SplittableRandom random = new SplittableRandom(11);

    @Test
    void neverTakesATextThatReachesASimilarityForOneThatCannot() {
        List<String> texts = texts(SIGNS);
        TextPool pool = pool(texts);
        Letters letters = new Letters(pool);
        JaroWinklerSimilarity commonsText = new JaroWinklerSimilarity();
        int refused = 0;
        for (int a = 0; a < TEXTS; a++) {
            for (int b = a + 1; b < TEXTS; b++) {
                for (double threshold : new double[] {0.6, 0.7}) {
                    if (!letters.mayReach(threshold, a, b)) {
                        refused++;
                        double similarity = commonsText.apply(texts.get(a), texts.get(b));
                        if (similarity >= threshold) {
                            assertThat(similarity)
                                    .as("%s and %s", texts.get(a), texts.get(b))
                                    .isLessThan(threshold);
                        }
                    }
                }
            }
        }
        assertThat(refused).isGreaterThan(TEXTS * TEXTS / 4);
    }

    @Test
    void neverTakesATextWithinAFewEditsForOneThatIsNot() {
        assertNeverRefusesWithinTwoEdits(texts(SIGNS), pool -> {
            Letters letters = new Letters(pool);
            return (a, b) -> letters.mayBeWithin(2, a, b);
        });
        assertNeverRefusesWithinTwoEdits(texts(DIGITS), pool -> {
            Digits digits = new Digits(pool, 7);
            return (a, b) -> digits.differ(a, b) <= 4;
        });
    }

    @Test
    void knowsWhichNumbersEndAlike() {
        List<String> texts = texts(DIGITS);
        Digits digits = new Digits(pool(texts), 4);
        int alike = 0;
        for (int a = 0; a < TEXTS; a++) {
            for (int b = a + 1; b < TEXTS; b++) {
                String one = texts.get(a);
                String other = texts.get(b);
                boolean expected =
                        one.length() >= 4 && other.length() >= 4 && one.endsWith(other.substring(other.length() - 4));
                if (digits.sameEnd(a, b) != expected) {
                    assertThat(digits.sameEnd(a, b)).as("%s and %s", one, other).isEqualTo(expected);
                }
                alike += expected ? 1 : 0;
            }
        }
        assertThat(alike).isPositive();
    }

    @Test
    void neverTakesATextOfLikeBigramsForOneWithout() {
        TextPool pool = pool(texts(SIGNS));
        Bigrams bigrams = new Bigrams(pool);
        int refused = 0;
        for (int a = 0; a < TEXTS; a++) {
            for (int b = a + 1; b < TEXTS; b++) {
                if (!bigrams.mayReach(0.3, a, b)) {
                    refused++;
                    if (bigrams.likeness(a, b) >= 0.3) {
                        assertThat(bigrams.likeness(a, b))
                                .as("%s and %s", pool.text(a), pool.text(b))
                                .isLessThan(0.3);
                    }
                }
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void forgetsNothingThatItSaysOfAPair() {
        LevelCache cache = new LevelCache();
        for (int i = 0; i < 200_000; i++) {
            int a = random.nextInt(3_000);
            int b = random.nextInt(3_000);
            int expected = 1 + (a * b + a + b) % 9;
            if (cache.level(a, b, (small, large) -> 1 + (small * large + small + large) % 9) != expected) {
                assertThat(cache.level(a, b, (small, large) -> 0)).isEqualTo(expected);
            }
        }
    }

    private interface Alike {
        boolean mayBeAlike(int a, int b);
    }

    private interface ShortCut {
        Alike over(TextPool pool);
    }

    private static void assertNeverRefusesWithinTwoEdits(List<String> texts, ShortCut shortCut) {
        Alike test = shortCut.over(pool(texts));
        LevenshteinDistance commonsText = new LevenshteinDistance(2);
        int refused = 0;
        for (int a = 0; a < TEXTS; a++) {
            for (int b = a + 1; b < TEXTS; b++) {
                if (!test.mayBeAlike(a, b)) {
                    refused++;
                    if (commonsText.apply(texts.get(a), texts.get(b)) >= 0) {
                        assertThat(commonsText.apply(texts.get(a), texts.get(b)))
                                .as("%s and %s", texts.get(a), texts.get(b))
                                .isNegative();
                    }
                }
            }
        }
        assertThat(refused).isPositive();
    }

    /** Distinct texts, a third of them an edit or a few away from another. */
    private List<String> texts(String signs) {
        List<String> texts = new ArrayList<>();
        while (texts.size() < TEXTS) {
            String text = texts.isEmpty() || random.nextInt(3) > 0
                    ? text(signs)
                    : JaroWinklerTests.mutated(random, texts.get(random.nextInt(texts.size())));
            if (!texts.contains(text)) {
                texts.add(text);
            }
        }
        return texts;
    }

    private String text(String signs) {
        StringBuilder text = new StringBuilder();
        for (int length = 1 + random.nextInt(14); length > 0; length--) {
            text.append(signs.charAt(random.nextInt(signs.length())));
        }
        return text.toString();
    }

    private static TextPool pool(List<String> texts) {
        TextPool pool = new TextPool();
        texts.forEach(pool::intern);
        return pool;
    }
}
