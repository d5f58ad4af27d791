package io.mergewell.match.model;

import io.mergewell.match.TrainedModel;
import io.mergewell.match.comparison.Comparison;
import java.util.Arrays;
import java.util.List;

/** For each comparison and level, which share of some kind of pair reaches it. Levels count from 1. */
final class LevelShares {

    private final double[][] shares;

    private LevelShares(double[][] shares) {
        this.shares = shares;
    }

    /** All shares 0. */
    static LevelShares zero(List<Comparison> comparisons) {
        return new LevelShares(comparisons.stream()
                .map(comparison -> new double[comparison.levelCount() + 1])
                .toArray(double[][]::new));
    }

    /** What is assumed of true pairs before anything is learned. */
    static LevelShares assumed(List<Comparison> comparisons) {
        LevelShares assumed = zero(comparisons);
        for (int slot = 0; slot < comparisons.size(); slot++) {
            for (int level = 1; level <= comparisons.get(slot).levelCount(); level++) {
                assumed.shares[slot][level] = comparisons.get(slot).level(level).share();
            }
        }
        return assumed;
    }

    /** What a model has learned before of true pairs; what it does not know of is as assumed. */
    static LevelShares of(TrainedModel model, List<Comparison> comparisons) {
        LevelShares shares = assumed(comparisons);
        for (TrainedModel.Field field : model.fields()) {
            for (int slot = 0; slot < comparisons.size(); slot++) {
                if (comparisons.get(slot).field().equals(field.name())) {
                    shares.take(slot, comparisons.get(slot), field.levels());
                }
            }
        }
        return shares;
    }

    private void take(int slot, Comparison comparison, List<TrainedModel.Level> levels) {
        for (TrainedModel.Level known : levels) {
            for (int level = 1; level <= comparison.levelCount(); level++) {
                if (comparison.level(level).label().equals(known.label())) {
                    shares[slot][level] = known.matches();
                }
            }
        }
    }

    int slots() {
        return shares.length;
    }

    /** The number of the last level of a comparison, "else". */
    int lastLevel(int slot) {
        return shares[slot].length - 1;
    }

    double of(int slot, int level) {
        return shares[slot][level];
    }

    void set(int slot, int level, double share) {
        shares[slot][level] = share;
    }

    void add(int slot, int level, double amount) {
        shares[slot][level] += amount;
    }

    /** The sum over the levels of a comparison. */
    double total(int slot) {
        return Arrays.stream(shares[slot]).sum();
    }

    LevelShares copy() {
        return new LevelShares(Arrays.stream(shares).map(double[]::clone).toArray(double[][]::new));
    }
}
