package io.mergewell.match.comparison;

/** The levels of a pair in all comparisons, four bits each in one word; pairs with equal words weigh the same. */
public final class LevelVector {

    /** How many comparisons fit. */
    public static final int SLOTS = 16;

    private static final int BITS = 4;
    private static final int MASK = (1 << BITS) - 1;

    private LevelVector() {}

    /** The level of a comparison by its place. */
    public static int level(long vector, int slot) {
        return (int) (vector >>> (slot * BITS)) & MASK;
    }

    /** Levels of neighbouring comparisons, moved to the place of the first of them. */
    static long at(int slot, long levels) {
        return levels << (slot * BITS);
    }

    /** The vector with one more level; the slot must still be 0. */
    public static long with(long vector, int slot, int level) {
        return vector | ((long) level << (slot * BITS));
    }
}
