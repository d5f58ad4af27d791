package io.mergewell.match.model;

import io.mergewell.match.comparison.Comparison;
import io.mergewell.match.comparison.Comparisons;
import io.mergewell.match.comparison.LevelVector;
import io.mergewell.match.comparison.PairComparer;
import java.util.List;
import java.util.SplittableRandom;

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
        LevelShares counted = LevelShares.zero(comparisons.all());
        SplittableRandom random = new SplittableRandom(SEED);
        PairComparer comparer = comparisons.comparer();
        long draws = Math.min(RANDOM_PAIRS, (long) records * (records - 1) / 2);
        for (int i = 0; i < draws; i++) {
            int a = random.nextInt(records);
            int b = random.nextInt(records - 1);
            long vector = comparer.compare(a, b < a ? b : b + 1);
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
