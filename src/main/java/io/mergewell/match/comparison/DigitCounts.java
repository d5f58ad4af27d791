package io.mergewell.match.comparison;

import io.mergewell.match.corpus.TextPool;
import java.util.stream.IntStream;

/**
 * How often each digit stands in each text of a pool, as so many bits in a word: tells in a few instructions that most
 * numbers are more than two edits apart. Safe for use by several threads.
 */
final class DigitCounts {

    /** A digit that comes more often counts as if it came six times. */
    private static final int MOST = 6;

    private static final long FULL = (1L << MOST) - 1;
    private static final int DIGITS = 10;

    private final long[] counts;

    DigitCounts(TextPool pool) {
        counts = new long[pool.size()];
        IntStream.range(0, counts.length).parallel().forEach(text -> counts[text] = count(pool, text));
    }

    /** In how many digits two texts differ at least, order left aside. */
    int differ(int a, int b) {
        return Long.bitCount(counts[a] ^ counts[b]);
    }

    private static long count(TextPool pool, int text) {
        long counts = 0;
        for (int i = pool.start(text), end = i + pool.length(text); i < end; i++) {
            int digit = pool.bytes()[i] - '0';
            if (digit >= 0 && digit < DIGITS) {
                int place = digit * MOST;
                long field = counts >>> place & FULL;
                counts |= (field << 1 | 1) << place & FULL << place;
            }
        }
        return counts;
    }
}
