package io.mergewell.sandbox.world;

/**
 * Remembers which mailboxes and numbers of one world have an owner, so that nobody gets another's. It is a Bloom filter
 * (Bloom, "Space/time trade-offs in hash coding with allowable errors", CACM 1970), four bits of one word for each
 * value: what was given out is always known; of what was not, up to one value in a hundred is taken for given out, and
 * its owner-to-be gets another one. So memory does not grow with the world: 8 to 16 bytes a person, and never more than
 * 64 MiB.
 */
final class GivenOut {

    private static final int FEWEST_WORDS = 1 << 10;
    private static final int MOST_WORDS = 1 << 23;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;
    private static final int BITS_OF_INDEX = 6;
    private static final int BITS_A_VALUE = 4;

    private final long[] words;

    /**
     * Nothing is given out yet.
     *
     * @param persons size of the population
     */
    GivenOut(long persons) {
        long bounded = Math.max(FEWEST_WORDS, Math.min(MOST_WORDS, persons));
        words = new long[(int) Long.highestOneBit(2 * bounded - 1)];
    }

    /** Gives a value to somebody; false if it may be somebody else's. */
    boolean claim(CharSequence value) {
        long hash = hash(value);
        int word = (int) (hash >>> (BITS_A_VALUE * BITS_OF_INDEX)) & (words.length - 1);
        long bits = 0;
        for (int i = 0; i < BITS_A_VALUE; i++) {
            bits |= 1L << (hash >>> (i * BITS_OF_INDEX));
        }
        boolean free = (words[word] & bits) != bits;
        words[word] |= bits;
        return free;
    }

    /** Gives a mailbox to somebody. Dots don't count, as with the largest provider of all. */
    boolean claimMailbox(String address) {
        return claim(address.replace(".", ""));
    }

    private static long hash(CharSequence value) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < value.length(); i++) {
            hash = (hash ^ value.charAt(i)) * FNV_PRIME;
        }
        return Dice.mixed(hash);
    }
}
