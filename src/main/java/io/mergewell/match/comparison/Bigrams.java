package io.mergewell.match.comparison;

import io.mergewell.match.corpus.TextPool;
import java.util.Arrays;

/**
 * Sørensen-Dice likeness of texts by their pairs of neighbouring characters: 2 · shared / (all of a + all of b), which
 * bears words in another order and typos alike. Not safe for use by several threads.
 */
final class Bigrams {

    private final TextPool pool;
    private int[] left = new int[64];
    private int[] right = new int[64];

    Bigrams(TextPool pool) {
        this.pool = pool;
    }

    /** 0 to 1; texts of one character are like only themselves. */
    double likeness(int a, int b) {
        int countA = pool.length(a) - 1;
        int countB = pool.length(b) - 1;
        if (countA <= 0 || countB <= 0) {
            return a == b ? 1 : 0;
        }
        left = bigrams(a, countA, left);
        right = bigrams(b, countB, right);
        int shared = 0;
        for (int i = 0, j = 0; i < countA && j < countB; ) {
            if (left[i] == right[j]) {
                shared++;
                i++;
                j++;
            } else if (left[i] < right[j]) {
                i++;
            } else {
                j++;
            }
        }
        return 2.0 * shared / (countA + countB);
    }

    private int[] bigrams(int text, int count, int[] buffer) {
        int[] target = count <= buffer.length ? buffer : new int[count * 2];
        byte[] bytes = pool.bytes();
        int start = pool.start(text);
        for (int i = 0; i < count; i++) {
            target[i] = ((bytes[start + i] & 0xFF) << 8) | (bytes[start + i + 1] & 0xFF);
        }
        Arrays.sort(target, 0, count);
        return target;
    }
}
