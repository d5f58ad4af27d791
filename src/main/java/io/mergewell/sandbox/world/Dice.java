package io.mergewell.sandbox.world;

import java.util.List;

/**
 * Random numbers that are the same on every JVM: SplitMix64, by Steele, Lea and Flood, "Fast splittable pseudorandom
 * number generators", OOPSLA 2014.
 */
public final class Dice {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** The dice of one stream of a seed; other streams of the same seed roll independently. */
    public static Dice of(long seed, long stream) {
        return new Dice(mixed(mixed(seed + GOLDEN_GAMMA) ^ (stream * GOLDEN_GAMMA + 1)));
    }

    /** Any 64 bits. */
    public long next() {
        state += GOLDEN_GAMMA;
        return mixed(state);
    }

    /** From 0 to one less than the bound, which is at least 1. */
    public int below(int bound) {
        return (int) (((next() >>> 33) * bound) >>> 31);
    }

    /** From one bound to the other, both included. */
    public int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** True so many times in a thousand. */
    public boolean chance(int perThousand) {
        return below(1000) < perThousand;
    }

    /** One of several, none of which is likelier than another. */
    public <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    /** Scatters the bits of a number over all 64. */
    public static long mixed(long number) {
        long z = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
