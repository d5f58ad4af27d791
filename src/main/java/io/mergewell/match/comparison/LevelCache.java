package io.mergewell.match.comparison;

import java.util.Arrays;

/** Remembers levels of value pairs that came lately; blocks bring the same pairs of values again and again. */
final class LevelCache {

    private static final int SLOTS = 1 << 15;

    private final long[] pairs = new long[SLOTS];
    private final byte[] levels = new byte[SLOTS];

    LevelCache() {
        Arrays.fill(pairs, -1);
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
        long pair = (long) small << 32 | large;
        int slot = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 49);
        if (pairs[slot] != pair) {
            pairs[slot] = pair;
            this.levels[slot] = (byte) levels.of(small, large);
        }
        return this.levels[slot];
    }
}
