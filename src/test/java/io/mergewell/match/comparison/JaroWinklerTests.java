package io.mergewell.match.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JaroWinklerTests {

    private static final int PAIRS = 2_000_000;

    private final JaroWinklerSimilarity commonsText = new JaroWinklerSimilarity();
    private final JaroWinkler ours = new JaroWinkler();

    @Test
    void equalsCommonsTextOnMillionsOfTextsThatAreAlike() {
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < PAIRS; i++) {
            String one = text(random, 1 + random.nextInt(18), 3 + random.nextInt(24));
            String other = random.nextBoolean() ? text(random, 1 + random.nextInt(18), 4) : mutated(random, one);
            assertSame(one, other);
        }
    }

    @Test
    void equalsCommonsTextAroundAndAboveTheLengthOfAWord() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            String one = text(random, 55 + random.nextInt(20), 6);
            assertSame(one, mutated(random, one));
            assertSame(one, text(random, 1 + random.nextInt(70), 6));
        }
    }

    @ParameterizedTest
    @CsvSource({"'', '', 1", "'', a, 0", "martha, marhta, 0.961", "dixon, dicksonx, 0.813", "abc, xyz, 0"})
    void knowsTheTextbookCases(String one, String other, double expected) {
        assertThat(similarity(one, other)).isCloseTo(expected, org.assertj.core.data.Offset.offset(0.001));
    }

    private void assertSame(String one, String other) {
        double expected = commonsText.apply(one, other);
        if (similarity(one, other) != expected) {
            assertThat(similarity(one, other)).as("%s and %s", one, other).isEqualTo(expected);
        }
    }

    private double similarity(String one, String other) {
        byte[] a = one.getBytes(StandardCharsets.US_ASCII);
        byte[] b = ("??" + other).getBytes(StandardCharsets.US_ASCII);
        return ours.similarity(a, 0, a.length, b, 2, b.length - 2);
    }

    static String text(SplittableRandom random, int length, int letters) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(letters)));
        }
        return text.toString();
    }

    static String mutated(SplittableRandom random, String text) {
        StringBuilder mutated = new StringBuilder(text);
        for (int edits = 1 + random.nextInt(3); edits > 0 && mutated.length() > 1; edits--) {
            int at = random.nextInt(mutated.length() - 1);
            switch (random.nextInt(4)) {
                case 0 -> mutated.deleteCharAt(at);
                case 1 -> mutated.insert(at, (char) ('a' + random.nextInt(26)));
                case 2 -> mutated.setCharAt(at, (char) ('a' + random.nextInt(26)));
                default -> {
                    char first = mutated.charAt(at);
                    mutated.setCharAt(at, mutated.charAt(at + 1));
                    mutated.setCharAt(at + 1, first);
                }
            }
        }
        return mutated.toString();
    }
}
