package io.mergewell.match.pairs;

import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.LongLongHashMap;
import com.carrotsearch.hppc.cursors.LongLongCursor;
import java.util.Arrays;

/**
 * How often each level vector came up. All that training needs to know of millions of pairs: there are only so many
 * ways to be alike.
 */
public final class LevelCounts {

    private final long[] vectors;
    private final long[] counts;
    private final LongIntHashMap places;

    private LevelCounts(long[] vectors, long[] counts) {
        this.vectors = vectors;
        this.counts = counts;
        places = new LongIntHashMap(vectors.length);
        for (int place = 0; place < vectors.length; place++) {
            places.put(vectors[place], place);
        }
    }

    /** From counts by vector. */
    public static LevelCounts of(LongLongHashMap counted) {
        long[] vectors = counted.keys().toArray();
        Arrays.sort(vectors);
        long[] counts = new long[vectors.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = counted.get(vectors[i]);
        }
        return new LevelCounts(vectors, counts);
    }

    /** How many different vectors there are. */
    public int size() {
        return vectors.length;
    }

    /** A vector by its place; ascending. */
    public long vector(int place) {
        return vectors[place];
    }

    /** How many pairs have a vector, by its place. */
    public long count(int place) {
        return counts[place];
    }

    /** The place of a vector that came up. */
    public int place(long vector) {
        return places.get(vector);
    }

    static void addAll(LongLongHashMap target, LongLongHashMap source) {
        for (LongLongCursor entry : source) {
            target.addTo(entry.key, entry.value);
        }
    }
}
