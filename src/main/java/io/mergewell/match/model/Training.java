package io.mergewell.match.model;

import io.mergewell.match.Part;
import io.mergewell.match.comparison.Comparison;
import io.mergewell.match.comparison.LevelVector;
import io.mergewell.match.pairs.LevelCounts;
import java.util.List;
import java.util.Set;

/**
 * Learns how true pairs agree (the m of Fellegi and Sunter) without labels, by expectation maximisation over counts of
 * level vectors. Two things keep it from drifting into loose classes: posteriors are sharpened before they count, and
 * what was assumed counts as some forty pairs.
 */
final class Training {

    /** By how much a pair must be better than even to count half, in bits. */
    private static final double SHARPENING = 3;

    private static final double CONFIDENCE = 40;

    /** So many assumed pairs that those of any file change nothing. */
    private static final double ASSUMED_ALONE = 1e15;

    private static final int ROUNDS = 20;
    private static final double MOST_DIFFERENT_NAMES = 0.3;
    private static final double MOST_DIFFERENT = 0.5;

    private final List<Comparison> comparisons;
    private final LevelCounts levels;
    private final LevelShares assumed;
    private final LevelShares background;
    private final double sharpening;
    private final double confidence;
    private final double most;

    /**
     * @param most cap of a weight, in bits
     * @param without parts of training that are left out
     */
    Training(List<Comparison> comparisons, LevelCounts levels, LevelShares background, double most, Set<Part> without) {
        this.comparisons = comparisons;
        this.levels = levels;
        this.background = background;
        this.most = most;
        assumed = LevelShares.assumed(comparisons);
        sharpening = without.contains(Part.SHARPENING) ? 0 : SHARPENING;
        confidence = without.contains(Part.LEARNING) ? ASSUMED_ALONE : CONFIDENCE;
    }

    /**
     * What came out of training.
     *
     * @param matches shares of the levels among true pairs
     * @param matchedPairs expected number of true pairs among the candidates
     */
    record Learned(LevelShares matches, double matchedPairs) {}

    /**
     * Runs until the shares have settled.
     *
     * @param start shares to begin with
     * @param priorBits log2 of the odds that any two records match
     * @param allPairs how many pairs of records there are
     */
    Learned learn(LevelShares start, Dependence dependence, double priorBits, double allPairs) {
        LevelShares matches = start;
        double prior = priorBits;
        double matched = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Weights model = new Weights(comparisons, matches, background, dependence, most);
            LevelShares counted = LevelShares.zero(comparisons);
            matched = 0;
            for (int place = 0; place < levels.size(); place++) {
                double bits = prior + model.ofVector(levels.vector(place)).sum() - sharpening;
                double posterior = levels.count(place) / (1 + Math.exp(-bits * Math.log(2)));
                matched += posterior;
                count(levels.vector(place), posterior, counted);
            }
            matches = settled(counted);
            prior = Weights.log2(Math.max(1, matched) / allPairs);
        }
        return new Learned(matches, matched);
    }

    private static void count(long vector, double amount, LevelShares counted) {
        for (int slot = 0; slot < counted.slots(); slot++) {
            int level = LevelVector.level(vector, slot);
            if (level > 0) {
                counted.add(slot, level, amount);
            }
        }
    }

    private LevelShares settled(LevelShares counted) {
        LevelShares settled = LevelShares.zero(comparisons);
        for (int slot = 0; slot < settled.slots(); slot++) {
            double all = counted.total(slot) + confidence;
            int last = settled.lastLevel(slot);
            for (int level = 1; level <= last; level++) {
                settled.set(slot, level, (counted.of(slot, level) + confidence * assumed.of(slot, level)) / all);
            }
            limitLast(settled, slot, last);
        }
        return settled;
    }

    /** True pairs that mostly differ in a field are a loose class, not a finding. */
    private void limitLast(LevelShares shares, int slot, int last) {
        double most = comparisons.get(slot).field().endsWith("name") ? MOST_DIFFERENT_NAMES : MOST_DIFFERENT;
        double different = shares.of(slot, last);
        if (different > most) {
            double stretch = (1 - most) / (1 - different);
            for (int level = 1; level < last; level++) {
                shares.set(slot, level, shares.of(slot, level) * stretch);
            }
            shares.set(slot, last, most);
        }
    }
}
