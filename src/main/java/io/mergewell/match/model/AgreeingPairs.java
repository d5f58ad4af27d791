package io.mergewell.match.model;

import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongLongHashMap;
import io.mergewell.match.comparison.Comparison;
import io.mergewell.match.comparison.PairComparer;
import io.mergewell.match.pairs.LevelCounts;
import java.util.Arrays;
import java.util.SplittableRandom;

/** A sample of the pairs of records that agree on a whole value, such as all pairs with one e-mail address. */
final class AgreeingPairs {

    private static final int SAMPLE = 20_000;
    private static final long SEED = 0x77656C6CL;

    private final long[] entries;
    private final int recordBits;
    private final int[] starts;
    private final long[] pairsBefore;

    private AgreeingPairs(long[] entries, int recordBits) {
        this.entries = entries;
        this.recordBits = recordBits;
        starts = starts();
        pairsBefore = new long[starts.length];
        for (int block = 0; block + 1 < starts.length; block++) {
            long size = (long) starts[block + 1] - starts[block];
            pairsBefore[block + 1] = pairsBefore[block] + size * (size - 1) / 2;
        }
    }

    /** The pairs that agree on every one of some comparisons. */
    static AgreeingPairs on(Comparison[] parents, int records) {
        int recordBits = Math.max(1, 32 - Integer.numberOfLeadingZeros(Math.max(1, records - 1)));
        LongArrayList entries = new LongArrayList();
        for (int record = 0; record < records; record++) {
            addKeys(parents, 0, 0, record, recordBits, entries);
        }
        long[] sorted = entries.toArray();
        Arrays.parallelSort(sorted);
        return new AgreeingPairs(sorted, recordBits);
    }

    private static void addKeys(
            Comparison[] parents, int parent, long key, int record, int recordBits, LongArrayList entries) {
        if (parent == parents.length) {
            entries.add((key << recordBits) | record);
            return;
        }
        Comparison comparison = parents[parent];
        comparison.terms(record, term -> {
            if (term < comparison.valueTerms()) {
                long joined = (key + term + 1) * 0x9E3779B97F4A7C15L;
                addKeys(parents, parent + 1, joined ^ (joined >>> 29), record, recordBits, entries);
            }
        });
    }

    private int[] starts() {
        if (entries.length == 0) {
            return new int[1];
        }
        int[] found = new int[entries.length + 1];
        int blocks = 0;
        for (int i = 1; i < entries.length; i++) {
            if (entries[i] >>> recordBits != entries[i - 1] >>> recordBits) {
                found[++blocks] = i;
            }
        }
        found[++blocks] = entries.length;
        return Arrays.copyOf(found, blocks + 1);
    }

    /** How the levels of a sample of these pairs are, drawn with a fixed seed. */
    LevelCounts levels(PairComparer comparer) {
        long all = pairsBefore[pairsBefore.length - 1];
        LongLongHashMap counted = new LongLongHashMap();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < Math.min(all, SAMPLE); i++) {
            count(all <= SAMPLE ? i : random.nextLong(all), comparer, counted);
        }
        return LevelCounts.of(counted);
    }

    private void count(long pair, PairComparer comparer, LongLongHashMap counted) {
        int block = Arrays.binarySearch(pairsBefore, pair);
        if (block < 0) {
            block = -block - 2;
        }
        while (pairsBefore[block + 1] == pairsBefore[block]) {
            block++;
        }
        long within = pair - pairsBefore[block];
        int right = (int) ((1 + Math.sqrt(1 + 8.0 * within)) / 2);
        while ((long) right * (right - 1) / 2 > within) {
            right--;
        }
        int left = (int) (within - (long) right * (right - 1) / 2);
        int a = record(starts[block] + left);
        int b = record(starts[block] + right);
        if (a != b) {
            counted.addTo(comparer.compare(Math.min(a, b), Math.max(a, b)), 1);
        }
    }

    private int record(int entry) {
        return (int) (entries[entry] & ((1L << recordBits) - 1));
    }
}
