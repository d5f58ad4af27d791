package io.mergewell.match.comparison;

import java.util.Arrays;
import java.util.List;

/** Compares two records in every field. Not safe for use by several threads. */
public final class PairComparer {

    private final Comparer[] comparers;

    /** By comparer: the slot of its first comparison. */
    private final int[] firstSlots;

    /** By slot: the comparer it belongs to. */
    private final int[] comparerOfSlot;

    PairComparer(List<FieldComparisons> fields) {
        comparers = fields.stream().map(FieldComparisons::comparer).toArray(Comparer[]::new);
        firstSlots = new int[comparers.length];
        comparerOfSlot = new int[LevelVector.SLOTS];
        int slot = 0;
        for (int i = 0; i < comparers.length; i++) {
            firstSlots[i] = slot;
            int next = slot + fields.get(i).comparisons().size();
            Arrays.fill(comparerOfSlot, slot, next, i);
            slot = next;
        }
    }

    /** The {@link LevelVector} of a pair. */
    public long compare(int a, int b) {
        long vector = 0;
        for (int i = 0; i < comparers.length; i++) {
            vector |= LevelVector.at(firstSlots[i], comparers[i].levels(a, b));
        }
        return vector;
    }

    /**
     * The vectors of one record and many others, field by field: what has to be fetched from memory for one pair is then
     * fetched while the one before is compared.
     *
     * @param others the first {@code count} are compared
     * @param vectors takes as many
     */
    public void compare(int a, int[] others, int count, long[] vectors) {
        Arrays.fill(vectors, 0, count, 0);
        for (int i = 0; i < comparers.length; i++) {
            Comparer comparer = comparers[i];
            for (int j = 0; j < count; j++) {
                vectors[j] |= LevelVector.at(firstSlots[i], comparer.levels(a, others[j]));
            }
        }
    }

    /** Compares a pair in one comparison, for the sake of its terms. */
    public void compare(int slot, int a, int b) {
        comparers[comparerOfSlot[slot]].levels(a, b);
    }

    /** The term of the first record of the last pair in a comparison; -1 if there is none. */
    public int leftTerm(int slot) {
        int comparer = comparerOfSlot[slot];
        return comparers[comparer].leftTerm(slot - firstSlots[comparer]);
    }

    /** The term of the second record of the last pair in a comparison; -1 if there is none. */
    public int rightTerm(int slot) {
        int comparer = comparerOfSlot[slot];
        return comparers[comparer].rightTerm(slot - firstSlots[comparer]);
    }
}
