package io.mergewell.match.comparison;

import io.mergewell.match.corpus.TextPool;
import java.util.stream.IntStream;

/**
 * Which letters each text of a pool has, and which of them twice, a bit each: tells in a few instructions that most
 * texts are nothing alike. Safe for use by several threads.
 */
final class Letters {

    private static final int LETTERS = 26;
    private static final int OTHERS_FROM = 2 * LETTERS;

    /** Rounding must not make a text fail that just reaches a similarity. */
    private static final double ROUNDING = 1e-9;

    /** By text: its letters, then its length, so that both come with one look into memory. */
    private final long[] words;

    Letters(TextPool pool) {
        words = new long[Math.multiplyExact(2, pool.size())];
        IntStream.range(0, pool.size()).parallel().forEach(text -> {
            words[2 * text] = lettersOf(pool, text);
            words[2 * text + 1] = pool.length(text);
        });
    }

    /**
     * Whether the Jaro similarity of two texts, 0 to 1, may reach a threshold: a letter that the other text lacks cannot
     * match. Jaro (1989) is (m/|a| + m/|b| + (m − t)/m) / 3 for m matching letters, and its last part at most 1.
     */
    boolean mayReach(double jaro, int a, int b) {
        long inA = words[2 * a];
        long inB = words[2 * b];
        long lengthA = words[2 * a + 1];
        long lengthB = words[2 * b + 1];
        long matches = Math.min(lengthA - Long.bitCount(inA & ~inB), lengthB - Long.bitCount(inB & ~inA));
        return matches * (lengthA + lengthB) >= (3 * jaro - 1 - ROUNDING) * lengthA * lengthB;
    }

    /** Whether two texts may be at most so many edits apart: each edit changes at most one letter into another. */
    boolean mayBeWithin(int edits, int a, int b) {
        return Long.bitCount(words[2 * a] ^ words[2 * b]) <= 2 * edits;
    }

    private static long lettersOf(TextPool pool, int text) {
        byte[] bytes = pool.bytes();
        long found = 0;
        for (int i = pool.start(text), end = i + pool.length(text); i < end; i++) {
            long once = 1L << place(bytes[i]);
            boolean isLetter = once < 1L << OTHERS_FROM && once > 0;
            found |= isLetter && (found & once) != 0 ? once << 1 : once;
        }
        return found;
    }

    private static int place(byte character) {
        return character >= 'a' && character <= 'z'
                ? 2 * (character - 'a')
                : OTHERS_FROM + (character & 0xFF) % (Long.SIZE - OTHERS_FROM);
    }
}
