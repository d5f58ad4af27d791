package io.mergewell.sandbox.population;

import io.mergewell.sandbox.world.Dice;

/**
 * A permutation of the numbers from 0 that is computed, not kept: a Feistel network over the next power of four,
 * walked until it lands inside.
 */
final class Shuffle {

    private static final int ROUNDS = 4;

    private final long size;
    private final long seed;
    private final int halfBits;
    private final long halfMask;

    Shuffle(long size, long seed) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, size - 1));
        this.size = size;
        this.seed = seed;
        this.halfBits = (bits + 1) / 2;
        this.halfMask = (1L << halfBits) - 1;
    }

    /** Where a number goes; both are from 0 to one less than the size. */
    long of(long number) {
        long place = number;
        do {
            place = network(place);
        } while (place >= size);
        return place;
    }

    private long network(long number) {
        long left = number >>> halfBits;
        long right = number & halfMask;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ (Dice.mixed(right + seed * ROUNDS + round) & halfMask);
            left = right;
            right = next;
        }
        return (left << halfBits) | right;
    }
}
