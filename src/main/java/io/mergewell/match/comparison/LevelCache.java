package io.mergewell.match.comparison;

import java.util.Arrays;

/**
 * Remembers levels of value pairs that came lately; blocks bring the same pairs of values again and again. Small enough
 * to stay near the processor. Not safe for use by several threads.
 */
final class LevelCache {

    private static final int SLOT_BITS = 16;

    /** A pair and its level share a word, so values are numbered below 2^30. */
    private static final int VALUE_BITS = 30;

    private static final int LEVEL_BITS = 4;
    private static final int LEVEL_MASK = (1 << LEVEL_BITS) - 1;

    private final long[] entries = new long[1 << SLOT_BITS];

    LevelCache() {
        Arrays.fill(entries, -1);
    }

    /** How to find the level of two values, the smaller number first. */
    @FunctionalInterface
    interface Levels {
        int of(int small, int large);
    }

    /** The level of two values in either order. */
    int level(int a, int b, Levels levels) {
        int small = Math.min(a, b);
        int large = Math.max(a, b);
        long pair = ((long) small << VALUE_BITS) | large;
        int slot = (int) ((pair * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - SLOT_BITS));
        long entry = entries[slot];
        if (entry >>> LEVEL_BITS == pair) {
            return (int) entry & LEVEL_MASK;
        }
        int level = levels.of(small, large);
        entries[slot] = (pair << LEVEL_BITS) | level;
        return level;
    }
}
