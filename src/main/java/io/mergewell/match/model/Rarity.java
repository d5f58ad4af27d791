package io.mergewell.match.model;

import io.mergewell.match.Part;
import io.mergewell.match.comparison.Comparison;
import io.mergewell.match.comparison.LevelVector;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Agreement on a rare value weighs more than on a common one, as far as nothing else explains it. */
final class Rarity {

    /** How many persons the average agreement counts for when the frequency of one value is judged. */
    private static final double CONFIDENCE = 100;

    private final List<Comparison> fields;
    private final Weights weights;
    private final TermCounts terms;

    /** By comparison and level: how much of a value's rarity counts. */
    private final double[][] rarities;

    /** @param without parts of the model that are left out */
    Rarity(List<Comparison> fields, Weights weights, TermCounts terms, Set<Part> without) {
        this.fields = fields;
        this.weights = weights;
        this.terms = terms;
        rarities = fields.stream()
                .map(field -> without.contains(Part.RARITY) ? new double[field.levelCount() + 1] : rarities(field))
                .toArray(double[][]::new);
    }

    /** Whether the values matter on a level of that weight. */
    boolean counts(int slot, int level, double bits) {
        return bits > 0 && rarity(slot, level) > 0;
    }

    /**
     * The weight of a level with the values known that gave it.
     *
     * @param excess share, above the background, that stronger agreements explain
     * @param left term of one record; -1 if unknown
     * @param right term of the other; -1 if unknown
     */
    double adjusted(int slot, int level, double bits, double excess, int left, int right) {
        if (left < 0 || right < 0) {
            return bits;
        }
        double frequency = Math.max(
                terms.relativeFrequency(slot, left, CONFIDENCE), terms.relativeFrequency(slot, right, CONFIDENCE));
        return weights.capped(bits + gain(slot, level, excess, frequency));
    }

    /** The most that the values of a vector could add to its weight. */
    double mostGain(long vector, VectorWeights vectorWeights) {
        double most = 0;
        for (int slot = 0; slot < fields.size(); slot++) {
            int level = LevelVector.level(vector, slot);
            double bits = vectorWeights.bits()[slot];
            if (counts(slot, level, bits)) {
                double gain = gain(slot, level, vectorWeights.excess()[slot], terms.leastFrequency(slot, CONFIDENCE));
                most += Math.max(0, Math.min(weights.room(bits), gain));
            }
        }
        return most;
    }

    /** How many human beings have the more common of two terms; 0 if either is unknown. */
    int bearers(int slot, int left, int right) {
        return left < 0 || right < 0 ? 0 : Math.max(terms.count(slot, left), terms.count(slot, right));
    }

    /** How many human beings have the rarer of two terms; 0 if either is unknown. */
    int fewestBearers(int slot, int left, int right) {
        return left < 0 || right < 0 ? 0 : Math.min(terms.count(slot, left), terms.count(slot, right));
    }

    private double gain(int slot, int level, double excess, double frequency) {
        double share = weights.backgroundShare(slot, level);
        double adjusted = share * Math.pow(frequency, rarity(slot, level));
        return Weights.log2((share + excess) / (adjusted + excess));
    }

    private double rarity(int slot, int level) {
        return rarities[slot][level];
    }

    private static double[] rarities(Comparison field) {
        return IntStream.rangeClosed(0, field.levelCount())
                .mapToDouble(level -> level == 0 ? 0 : field.level(level).rarity())
                .toArray();
    }
}
