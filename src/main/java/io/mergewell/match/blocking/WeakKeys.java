package io.mergewell.match.blocking;

import com.carrotsearch.hppc.IntArrayList;

/**
 * The weak keys of one kind, written down once: each takes part in several families, and what lies side by side is read
 * faster than it is made again.
 */
final class WeakKeys {

    private final int[] starts;
    private final int[] keys;

    WeakKeys(Keys kind, int records) {
        starts = new int[records + 1];
        IntArrayList made = new IntArrayList(records);
        for (int record = 0; record < records; record++) {
            kind.of(record, key -> made.add((int) (key >>> Integer.SIZE)));
            starts[record + 1] = made.elementsCount;
        }
        keys = made.toArray();
    }

    /** Every key of this kind together with every key of another. */
    Keys and(WeakKeys other) {
        return (record, sink) -> {
            int otherStart = other.starts[record];
            int otherEnd = other.starts[record + 1];
            for (int i = starts[record]; i < starts[record + 1]; i++) {
                long above = (long) keys[i] << Integer.SIZE;
                for (int j = otherStart; j < otherEnd; j++) {
                    sink.accept(above | Integer.toUnsignedLong(other.keys[j]));
                }
            }
        };
    }
}
