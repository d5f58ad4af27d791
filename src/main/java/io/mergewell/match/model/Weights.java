package io.mergewell.match.model;

import io.mergewell.match.comparison.Circle;
import io.mergewell.match.comparison.Comparison;
import io.mergewell.match.comparison.Comparisons;
import io.mergewell.match.comparison.LevelVector;
import java.util.List;

/**
 * Match weights: log2(m / u) per level, no level above the better one before it, within caps; and for a whole vector
 * the weights of its levels, each agreement held against the agreements that already explain it.
 */
final class Weights {

    private static final double LEAST = -8;
    private static final double MOST = 14;
    private static final double MOST_UP_TO = 5_000;

    private final List<Comparison> comparisons;
    private final LevelShares matches;
    private final LevelShares background;
    private final Dependence dependence;
    private final double most;
    private final double[][] bits;
    private final double[][][] givenParent;

    /** @param most cap of a weight, as {@link #mostBits} has it */
    Weights(
            List<Comparison> comparisons,
            LevelShares matches,
            LevelShares background,
            Dependence dependence,
            double most) {
        this.comparisons = comparisons;
        this.matches = matches;
        this.background = background;
        this.dependence = dependence;
        this.most = most;
        bits = ofLevels(background);
        givenParent = new double[dependence.parents().size()][][];
        for (int parent = 0; parent < givenParent.length; parent++) {
            givenParent[parent] = ofLevels(dependence.shares(parent));
        }
    }

    private double[][] ofLevels(LevelShares different) {
        double[][] weights = new double[matches.slots()][];
        for (int slot = 0; slot < weights.length; slot++) {
            weights[slot] = new double[matches.lastLevel(slot) + 1];
            double ceiling = most;
            for (int level = 1; level < weights[slot].length; level++) {
                double weight = log2(matches.of(slot, level) / different.of(slot, level));
                weights[slot][level] = Math.max(comparisons.get(slot).leastBits(), Math.min(ceiling, weight));
                if (comparisons.get(slot).level(level).rung()) {
                    ceiling = weights[slot][level];
                }
            }
        }
        return weights;
    }

    /** The weight of one level alone; 0 for level 0. */
    double ofLevel(int slot, int level) {
        return bits[slot][level];
    }

    /** The share of a level among matches. */
    double matchShare(int slot, int level) {
        return matches.of(slot, level);
    }

    /** The share of a level among different persons. */
    double backgroundShare(int slot, int level) {
        return background.of(slot, level);
    }

    /**
     * Weighs a vector. Strong agreements come first; a later one that different persons often share when they share an
     * earlier one, weighs less by that much.
     */
    VectorWeights ofVector(long vector) {
        int[] order = strongestFirst(vector);
        double[] weights = new double[bits.length];
        double[] excess = new double[bits.length];
        double sum = 0;
        for (int i = 0; i < order.length; i++) {
            int slot = order[i];
            weights[slot] = bits[slot][LevelVector.level(vector, slot)];
            if (weights[slot] > 0) {
                explain(vector, order, i, weights, excess);
            }
            sum += weights[slot];
        }
        return new VectorWeights(weights, excess, sum);
    }

    /** Takes away from an agreement what the parents before it explain. */
    private void explain(long vector, int[] order, int place, double[] weights, double[] excess) {
        int slot = order[place];
        int level = LevelVector.level(vector, slot);
        int given = LevelVector.level(vector, Comparisons.GIVEN_NAME);
        boolean givenAgree = given > 0
                && comparisons.get(Comparisons.GIVEN_NAME).level(given).rarity() > 0;
        for (int parent = 0; parent < dependence.parents().size(); parent++) {
            Dependence.Parent candidate = dependence.parents().get(parent);
            if (candidate.agrees(vector)
                    && !candidate.contains(slot)
                    && allAmong(candidate, order, place)
                    && !(givenAgree && isOfHousehold(candidate, slot))) {
                weights[slot] = Math.min(weights[slot], Math.max(0, givenParent[parent][slot][level]));
                excess[slot] =
                        Math.max(excess[slot], dependence.share(parent, slot, level) - background.of(slot, level));
            }
        }
    }

    /** Households share these, but not the given name: where that agrees, the rival explanation is not theirs. */
    private boolean isOfHousehold(Dependence.Parent parent, int slot) {
        return (slot == Comparisons.FAMILY_NAME && isContact(parent.slots()[0]))
                || (parent.slots().length == 1 && parent.slots()[0] == Comparisons.FAMILY_NAME && isContact(slot));
    }

    private boolean isContact(int slot) {
        return slot >= Comparisons.NAME_PLACES
                && Circle.HOUSEHOLD.shares(comparisons.get(slot).field(), 1);
    }

    private static boolean allAmong(Dependence.Parent parent, int[] order, int before) {
        for (int slot : parent.slots()) {
            boolean found = false;
            for (int i = 0; i < before; i++) {
                found |= order[i] == slot;
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    /** The comparisons by weight, insertion-sorted: there are few, and ties keep their order. */
    private int[] strongestFirst(long vector) {
        int[] order = new int[bits.length];
        for (int slot = 0; slot < order.length; slot++) {
            double weight = bits[slot][LevelVector.level(vector, slot)];
            int place = slot;
            while (place > 0 && bits[order[place - 1]][LevelVector.level(vector, order[place - 1])] < weight) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = slot;
        }
        return order;
    }

    /**
     * The most that one agreement may weigh in a list, in bits. The cap stands for what no value count shows: that a
     * value is shared by a few persons for a reason. A few among many are a smaller share, so it grows with the list.
     *
     * @param records how many there are
     */
    static double mostBits(int records) {
        return MOST + Math.max(0, log2(records / MOST_UP_TO));
    }

    /** What is left up to the cap from a weight. */
    double room(double weight) {
        return most - weight;
    }

    double capped(double weight) {
        return Math.max(LEAST, Math.min(most, weight));
    }

    static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
