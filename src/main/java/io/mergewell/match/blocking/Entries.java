package io.mergewell.match.blocking;

import java.util.Arrays;

/**
 * Keys and the records that have them, brought together by key. One word holds both, the key above; it loses bits to
 * make room for the record, so that once in many millions two keys are one. Not safe for use by several threads.
 */
final class Entries implements Keys.Sink {

    /** So many bits are sorted by at a time: the counters of one pass stay near the processor. */
    private static final int DIGIT_BITS = 11;

    private static final int DIGITS = 1 << DIGIT_BITS;
    private static final int PASSES = 4;
    private static final int KEY_BITS = PASSES * DIGIT_BITS;

    private final int recordBits;
    private final int keyBits;
    private long[] words = new long[1 << 10];
    private long[] spare = new long[1 << 10];
    private int size;
    private int record;

    Entries(int records) {
        recordBits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, records - 1)));
        keyBits = Math.min(KEY_BITS, Long.SIZE - 1 - recordBits);
    }

    /** Takes the keys of all records of a family, instead of those it had before. */
    void fill(Keys keys, int records) {
        size = 0;
        for (record = 0; record < records; record++) {
            keys.of(record, this);
        }
        sort();
        leaveOutTwins();
    }

    @Override
    public void accept(long key) {
        if (size == words.length) {
            words = Arrays.copyOf(words, size * 2);
        }
        words[size++] = (Keys.mix(key) >>> (Long.SIZE - keyBits)) << recordBits | record;
    }

    int size() {
        return size;
    }

    /** The key of an entry, equal for equal keys; those of one key are neighbours. */
    long key(int entry) {
        return words[entry] >>> recordBits;
    }

    /** The record of an entry; ascending among those of one key. */
    int record(int entry) {
        return (int) (words[entry] & ((1L << recordBits) - 1));
    }

    /** By the digits of the key, the last one first: each pass keeps the order of the one before. */
    private void sort() {
        if (spare.length < size) {
            spare = new long[words.length];
        }
        int[] next = new int[DIGITS];
        for (int pass = 0; pass < PASSES; pass++) {
            int shift = recordBits + pass * DIGIT_BITS;
            Arrays.fill(next, 0);
            for (int i = 0; i < size; i++) {
                next[digit(words[i], shift)]++;
            }
            int before = 0;
            for (int digit = 0; digit < DIGITS; digit++) {
                int count = next[digit];
                next[digit] = before;
                before += count;
            }
            for (int i = 0; i < size; i++) {
                spare[next[digit(words[i], shift)]++] = words[i];
            }
            long[] sorted = spare;
            spare = words;
            words = sorted;
        }
    }

    private static int digit(long word, int shift) {
        return (int) (word >>> shift) & (DIGITS - 1);
    }

    private void leaveOutTwins() {
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || words[i] != words[i - 1]) {
                words[distinct++] = words[i];
            }
        }
        size = distinct;
    }
}
