package io.mergewell.match.corpus;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntHashSet;
import java.util.Arrays;

/**
 * How the values of a column are spread, measured; whatever they mean. A column says nothing if one value stands in 99 of
 * 100 records that fill it, or if no value ever comes twice. A value says nothing if it stands in every fiftieth record of
 * a column where values are otherwise rare, and fifty times as often as those: then somebody had to type something.
 *
 * @param filled records with a value
 * @param values of all records together
 * @param constant whether nearly all records that fill it have one value
 * @param allDifferent whether no two records have a value in common
 * @param outOfProportion the numbers of values that are too frequent to be somebody's; all of them if it is constant
 * @param outOfProportionRecords how often those occur
 */
record ColumnShape(
        int filled,
        int values,
        boolean constant,
        boolean allDifferent,
        IntHashSet outOfProportion,
        long outOfProportionRecords) {

    /** Fewer records are too few to tell habit from chance. */
    private static final int FEWEST = 100;

    private static final int ONE_IN_OTHERS = 100;
    private static final int ONE_IN = 50;
    private static final int TIMES_TYPICAL = 50;
    private static final int ALWAYS_RARE = 3;
    private static final int RARE_ONE_IN = 5_000;

    /**
     * Measures.
     *
     * @param values of all records, which are sorted by this
     */
    static ColumnShape of(int filled, int[] values) {
        Arrays.parallelSort(values);
        int[] counts = counts(values);
        int most = Arrays.stream(counts).max().orElse(0);
        boolean enough = filled >= FEWEST;
        boolean constant = enough && values.length - most <= filled / ONE_IN_OTHERS;
        int least = constant ? 1 : leastOutOfProportion(filled, counts);
        IntHashSet tooFrequent = new IntHashSet();
        long records = 0;
        for (int at = 0, run = 0; run < counts.length && least <= most; at += counts[run++]) {
            if (counts[run] >= least) {
                tooFrequent.add(values[at]);
                records += counts[run];
            }
        }
        return new ColumnShape(filled, values.length, constant, enough && most == 1, tooFrequent, records);
    }

    /** How often each distinct value comes, of sorted values. */
    private static int[] counts(int[] sorted) {
        IntArrayList counts = new IntArrayList();
        int from = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[from]) {
                counts.add(i - from);
                from = i;
            }
        }
        return counts.toArray();
    }

    /** From how many records on a value is out of all proportion; more than there are if none can be. */
    private static int leastOutOfProportion(int filled, int[] counts) {
        int least = Math.max(FEWEST, filled / ONE_IN);
        int[] others =
                Arrays.stream(counts).filter(count -> count < least).sorted().toArray();
        int typical = typical(others);
        boolean rare = others.length > 0 && typical <= Math.max(ALWAYS_RARE, filled / RARE_ONE_IN);
        boolean many = Arrays.stream(others).asLongStream().sum() >= filled / 4;
        return rare && many ? Math.max(least, TIMES_TYPICAL * typical) : Integer.MAX_VALUE;
    }

    /** Half of the records have a value that comes so often, or less. */
    private static int typical(int[] ascending) {
        long half = Arrays.stream(ascending).asLongStream().sum() / 2;
        int place = 0;
        for (long seen = 0; place < ascending.length - 1 && (seen += ascending[place]) < half; ) {
            place++;
        }
        return ascending.length == 0 ? 0 : ascending[place];
    }
}
