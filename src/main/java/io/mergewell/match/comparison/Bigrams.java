package io.mergewell.match.comparison;

import io.mergewell.match.corpus.TextPool;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Sørensen-Dice likeness of texts by their pairs of neighbouring characters: 2 · shared / (all of a + all of b), which
 * bears words in another order and typos alike. Safe for use by several threads.
 */
final class Bigrams {

    /** Rounding must not make a text fail that just reaches a likeness. */
    private static final double ROUNDING = 1e-9;

    /** So many words hold a bit for each bigram; few bigrams then share one. */
    private static final int SIGNATURE = 3;

    private static final int WORDS = SIGNATURE + 1;

    private final int[] starts;
    private final char[] bigrams;

    /** By text: its signature, then how many bigrams it has, so that both come with one look into memory. */
    private final long[] words;

    Bigrams(TextPool pool) {
        int texts = pool.size();
        starts = new int[texts + 1];
        for (int text = 0; text < texts; text++) {
            starts[text + 1] = starts[text] + Math.max(0, pool.length(text) - 1);
        }
        bigrams = new char[starts[texts]];
        words = new long[Math.multiplyExact(WORDS, texts)];
        IntStream.range(0, texts).parallel().forEach(text -> fill(pool, text));
    }

    private void fill(TextPool pool, int text) {
        byte[] bytes = pool.bytes();
        int from = pool.start(text);
        for (int i = starts[text]; i < starts[text + 1]; i++, from++) {
            bigrams[i] = (char) (((bytes[from] & 0xFF) << Byte.SIZE) | (bytes[from + 1] & 0xFF));
            int mixed = bigrams[i] * 0x9E3779B9;
            words[WORDS * text + ((mixed >>> Byte.SIZE) & 0xFFFF) % SIGNATURE] |= 1L << (mixed >>> (Integer.SIZE - 6));
        }
        words[WORDS * text + SIGNATURE] = (long) starts[text + 1] - starts[text];
        Arrays.sort(bigrams, starts[text], starts[text + 1]);
    }

    /** Whether the {@link #likeness} may reach a threshold above 0: a bigram the other text lacks is not shared. */
    boolean mayReach(double likeness, int a, int b) {
        int startA = WORDS * a;
        int startB = WORDS * b;
        int onlyA = 0;
        int onlyB = 0;
        for (int i = 0; i < SIGNATURE; i++) {
            onlyA += Long.bitCount(words[startA + i] & ~words[startB + i]);
            onlyB += Long.bitCount(words[startB + i] & ~words[startA + i]);
        }
        long countA = words[startA + SIGNATURE];
        long countB = words[startB + SIGNATURE];
        long shared = Math.min(countA - onlyA, countB - onlyB);
        return 2.0 * shared >= (likeness - ROUNDING) * (countA + countB);
    }

    /** 0 to 1; texts of one character are like nothing. */
    double likeness(int a, int b) {
        int i = starts[a];
        int j = starts[b];
        int endA = starts[a + 1];
        int endB = starts[b + 1];
        int all = endA - i + endB - j;
        int shared = 0;
        while (i < endA && j < endB) {
            int order = bigrams[i] - bigrams[j];
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return all == 0 ? 0 : 2.0 * shared / all;
    }
}
