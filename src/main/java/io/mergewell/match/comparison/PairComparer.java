package io.mergewell.match.comparison;

import io.mergewell.match.comparison.Comparison.Comparer;
import java.util.List;

/** Compares two records in every field. Not safe for use by several threads. */
public final class PairComparer {

    private final Comparer[] comparers;

    PairComparer(List<Comparer> comparers) {
        this.comparers = comparers.toArray(Comparer[]::new);
    }

    /** The {@link LevelVector} of a pair. */
    public long compare(int a, int b) {
        long vector = 0;
        for (int slot = 0; slot < comparers.length; slot++) {
            vector = LevelVector.with(vector, slot, comparers[slot].level(a, b));
        }
        return vector;
    }

    /** The level of a pair in one comparison, for the sake of its terms. */
    public int compare(int slot, int a, int b) {
        return comparers[slot].level(a, b);
    }

    /** The term of the first record of the last pair in a comparison; -1 if there is none. */
    public int leftTerm(int slot) {
        return comparers[slot].leftTerm();
    }

    /** The term of the second record of the last pair in a comparison; -1 if there is none. */
    public int rightTerm(int slot) {
        return comparers[slot].rightTerm();
    }
}
