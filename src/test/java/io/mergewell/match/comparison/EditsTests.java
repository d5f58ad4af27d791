package io.mergewell.match.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditsTests {

    private final Edits edits = new Edits();

    @Test
    void equalsTheTextbookDefinitionUpToTwoAndSaysManyAbove() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1_000_000; i++) {
            String one = JaroWinklerTests.text(random, random.nextInt(10), 3);
            String other = random.nextBoolean()
                    ? JaroWinklerTests.text(random, random.nextInt(10), 3)
                    : JaroWinklerTests.mutated(random, one);
            int expected = Math.min(Edits.MANY, alignment(one, other));
            if (between(one, other) != expected) {
                assertThat(between(one, other)).as("%s and %s", one, other).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"anna, anna, 0", "anna, ana, 1", "brian, brain, 1", "smith, smyth, 1", "meier, mayr, 3", "'', ab, 2"})
    void countsTyposAndSwappedNeighbours(String one, String other, int expected) {
        assertThat(between(one, other)).isEqualTo(expected);
        assertThat(between(other, one)).isEqualTo(expected);
    }

    private int between(String one, String other) {
        byte[] a = one.getBytes(StandardCharsets.US_ASCII);
        byte[] b = other.getBytes(StandardCharsets.US_ASCII);
        return edits.between(a, 0, a.length, b, 0, b.length);
    }

    /** Optimal string alignment, as written in textbooks. */
    private static int alignment(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
