package io.mergewell.match.model;

import io.mergewell.match.comparison.Comparison;
import io.mergewell.match.comparison.Comparisons;
import io.mergewell.match.comparison.LevelVector;
import io.mergewell.match.comparison.PairComparer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How two different persons agree by chance (the u of Fellegi and Sunter, 1969): exactly counted where values agree as
 * a whole, from random pairs for the levels between.
 */
final class Background {

    private static final int RANDOM_PAIRS = 400_000;
    private static final long SEED = 0x6D65726765L;
    private static final double UNSEEN = 0.5;

    private final List<Comparison> comparisons;
    private final LevelShares counted;

    Background(int records, Comparisons comparisons) {
        this.comparisons = comparisons.all();
        counted = countRandomPairs(records, comparisons);
    }

    /** The shares of all pairs of records, nearly all of them of different persons. */
    LevelShares shares(TermCounts terms) {
        LevelShares shares = counted.copy();
        for (int slot = 0; slot < comparisons.size(); slot++) {
            double same = comparisons.get(slot).terms() == 0
                    ? (counted.of(slot, 1) + UNSEEN) / (counted.total(slot) + 1)
                    : terms.chanceOfSameValue(slot);
            spread(shares, slot, same);
        }
        return shares;
    }

    private static LevelShares countRandomPairs(int records, Comparisons comparisons) {
        SplittableRandom random = new SplittableRandom(SEED);
        int draws = (int) Math.min(RANDOM_PAIRS, (long) records * (records - 1) / 2);
        int[] first = new int[draws];
        int[] second = new int[draws];
        for (int i = 0; i < draws; i++) {
            first[i] = random.nextInt(records);
            int other = random.nextInt(records - 1);
            second[i] = other < first[i] ? other : other + 1;
        }
        ThreadLocal<PairComparer> comparers = ThreadLocal.withInitial(comparisons::comparer);
        long[] vectors = IntStream.range(0, draws)
                .parallel()
                .mapToLong(i -> comparers.get().compare(first[i], second[i]))
                .toArray();
        LevelShares counted = LevelShares.zero(comparisons.all());
        for (long vector : vectors) {
            for (int slot = 0; slot < counted.slots(); slot++) {
                int level = LevelVector.level(vector, slot);
                if (level > 0) {
                    counted.add(slot, level, 1);
                }
            }
        }
        return counted;
    }

    /** Level 1 gets its share, the others divide the rest as the random pairs did. */
    private void spread(LevelShares shares, int slot, double same) {
        int last = counted.lastLevel(slot);
        double others = counted.total(slot) - counted.of(slot, 1) + UNSEEN * (last - 1);
        shares.set(slot, 1, same);
        for (int level = 2; level <= last; level++) {
            shares.set(slot, level, (1 - same) * (counted.of(slot, level) + UNSEEN) / others);
        }
    }
}
