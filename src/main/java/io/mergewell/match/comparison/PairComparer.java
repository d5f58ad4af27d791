package io.mergewell.match.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compares two records in every field. Not safe for use by several threads. */
public final class PairComparer {

    /** The names, then the other fields. */
    private final Comparer[] comparers;

    private final NameAlignment names;

    /** By slot: the level that says that two values have nothing in common. */
    private final int[] lastLevels;

    /** By comparer: the slot of its first comparison. */
    private final int[] firstSlots;

    /** By slot: the comparer it belongs to. */
    private final int[] comparerOfSlot;

    /** @param others the fields besides the name */
    PairComparer(NameComparisons name, List<FieldComparisons> others) {
        List<FieldComparisons> fields = new ArrayList<>(others);
        fields.add(0, name);
        names = name.comparer();
        comparers = new Comparer[fields.size()];
        Arrays.setAll(comparers, i -> i == 0 ? names : fields.get(i).comparer());
        lastLevels = fields.stream()
                .flatMap(field -> field.comparisons().stream())
                .mapToInt(Comparison::levelCount)
                .toArray();
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
     * fetched while the one before is compared. Where nothing but the name could agree, names that are not the same in
     * any part are taken as different without a closer look: a likeness of names alone is never proposed.
     *
     * @param others those from {@code from} and before {@code to} are compared
     * @param vectors takes the vector of each at the same index
     */
    public void compare(int a, int[] others, int from, int to, long[] vectors) {
        Arrays.fill(vectors, from, to, 0);
        for (int i = 1; i < comparers.length; i++) {
            Comparer comparer = comparers[i];
            for (int j = from; j < to; j++) {
                vectors[j] |= LevelVector.at(firstSlots[i], comparer.levels(a, others[j]));
            }
        }
        for (int j = from; j < to; j++) {
            boolean lookClosely = names.shareAny(a, others[j]) || anyAlike(vectors[j]);
            vectors[j] |= lookClosely ? names.levels(a, others[j]) : names.levelsOfStrangers(a, others[j]);
        }
    }

    /** Whether two values of any field but the name are more alike than simply different. */
    private boolean anyAlike(long vector) {
        for (int slot = Comparisons.NAME_PLACES; slot < lastLevels.length; slot++) {
            int level = LevelVector.level(vector, slot);
            if (level > 0 && level < lastLevels[slot]) {
                return true;
            }
        }
        return false;
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
