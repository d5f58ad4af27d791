package io.mergewell.match.comparison;

import io.mergewell.match.corpus.TextPool;
import java.util.stream.IntStream;

/**
 * How often each digit stands in each text of a pool, six bits a digit in one word: tells in a few instructions that
 * most numbers are more than two edits apart. Safe for use by several threads.
 */
final class DigitCounts {

    private static final int BITS = 6;
    private static final int MASK = (1 << BITS) - 1;
    private static final int DIGITS = 10;

    private final long[] counts;

    DigitCounts(TextPool pool) {
        counts = new long[pool.size()];
        IntStream.range(0, counts.length).parallel().forEach(text -> counts[text] = count(pool, text));
    }

    /** In how many digits two texts differ, order left aside: the sum of the differences of their counts. */
    int differ(int a, int b) {
        long restA = counts[a];
        long restB = counts[b];
        int sum = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            sum += Math.abs((int) (restA & MASK) - (int) (restB & MASK));
            restA >>>= BITS;
            restB >>>= BITS;
        }
        return sum;
    }

    private static long count(TextPool pool, int text) {
        long count = 0;
        for (int i = pool.start(text), end = i + Math.min(MASK, pool.length(text)); i < end; i++) {
            int digit = pool.bytes()[i] - '0';
            count += digit >= 0 && digit < DIGITS ? 1L << (digit * BITS) : 0;
        }
        return count;
    }
}
