package io.mergewell.match.comparison;

import io.mergewell.match.corpus.TextPool;
import java.util.stream.IntStream;

/**
 * Which letters each text of a pool has, a bit each: tells in a few instructions that most texts are nothing alike.
 * Safe for use by several threads.
 */
final class Letters {

    private static final int DIGITS_FROM = 26;
    private static final int OTHERS_FROM = 36;

    private final TextPool pool;
    private final long[] letters;

    Letters(TextPool pool) {
        this.pool = pool;
        letters = new long[pool.size()];
        IntStream.range(0, letters.length).parallel().forEach(text -> letters[text] = lettersOf(text));
    }

    /** Jaro similarity of two texts is at most this, 0 to 1: a letter that the other text lacks cannot match. */
    double mostJaro(int a, int b) {
        int lengthA = pool.length(a);
        int lengthB = pool.length(b);
        long inA = letters[a];
        long inB = letters[b];
        int matches = Math.min(lengthA - Long.bitCount(inA & ~inB), lengthB - Long.bitCount(inB & ~inA));
        return matches <= 0 ? 0 : ((double) matches / lengthA + (double) matches / lengthB + 1) / 3;
    }

    private long lettersOf(int text) {
        byte[] bytes = pool.bytes();
        long found = 0;
        for (int i = pool.start(text), end = i + pool.length(text); i < end; i++) {
            found |= 1L << place(bytes[i]);
        }
        return found;
    }

    private static int place(byte character) {
        if (character >= 'a' && character <= 'z') {
            return character - 'a';
        }
        return character >= '0' && character <= '9'
                ? DIGITS_FROM + character - '0'
                : OTHERS_FROM + (character & 0xFF) % (Long.SIZE - OTHERS_FROM);
    }
}
