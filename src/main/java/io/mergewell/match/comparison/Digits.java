package io.mergewell.match.comparison;

import io.mergewell.match.corpus.TextPool;
import java.util.stream.IntStream;

/**
 * How often each digit stands in each text of a pool, and in which digits it ends: tells in a few instructions that most
 * numbers are more than two edits apart. Safe for use by several threads.
 */
final class Digits {

    /** A digit that comes more often counts as if it came six times. */
    private static final int MOST = 6;

    private static final long FULL = (1L << MOST) - 1;
    private static final int DIGITS = 10;

    private static final long NO_END = -1;

    /** By text: its digits counted, then its last ones, so that both come with one look into memory. */
    private final long[] words;

    /**
     * @param pool of texts
     * @param end how many digits make an end, at most 7: the bytes of a word and a sign
     */
    Digits(TextPool pool, int end) {
        words = new long[Math.multiplyExact(2, pool.size())];
        IntStream.range(0, pool.size()).parallel().forEach(text -> {
            words[2 * text] = count(pool, text);
            words[2 * text + 1] = end(pool, text, end);
        });
    }

    /** In how many digits two texts differ at least, order left aside. */
    int differ(int a, int b) {
        return Long.bitCount(words[2 * a] ^ words[2 * b]);
    }

    /** Whether two texts end in the same digits; those that have fewer never do. */
    boolean sameEnd(int a, int b) {
        return words[2 * a + 1] == words[2 * b + 1] && words[2 * a + 1] != NO_END;
    }

    private static long end(TextPool pool, int text, int length) {
        if (pool.length(text) < length) {
            return NO_END;
        }
        long digits = 0;
        int from = pool.start(text) + pool.length(text) - length;
        for (int i = from; i < from + length; i++) {
            digits = (digits << Byte.SIZE) | (pool.bytes()[i] & 0xFF);
        }
        return digits;
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
