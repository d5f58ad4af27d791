package io.mergewell.match.model;

import io.mergewell.match.Part;
import io.mergewell.match.Thresholds;
import io.mergewell.match.TrainedModel;
import io.mergewell.match.comparison.Comparison;
import io.mergewell.match.comparison.Comparisons;
import io.mergewell.match.comparison.LevelVector;
import io.mergewell.match.comparison.PairComparer;
import io.mergewell.match.pairs.ComparedPairs;
import io.mergewell.match.pairs.LevelCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A trained model: gives a pair of records its match weight, the log2 of the odds that they are one human being.
 * Immutable and safe for use by several threads.
 */
public final class MatchModel {

    /** Pairs that cannot reach this weight, in bits, count as if they had never been compared. */
    private static final double LEAST_HOPE = -12;

    /** The most that a name alone can reach, in bits: namesakes exist. Nothing that low is ever proposed. */
    public static final double NAME_ALONE = -4;

    private final Comparisons comparisons;
    private final List<Comparison> fields;
    private final Weights weights;
    private final Rarity rarity;
    private final Rivals rivals;
    private final double priorBits;

    MatchModel(Comparisons comparisons, Weights weights, TermCounts terms, double priorBits, Set<Part> without) {
        this.comparisons = comparisons;
        this.fields = comparisons.all();
        this.weights = weights;
        this.rarity = new Rarity(fields, weights, terms, without);
        this.rivals = new Rivals(fields, without);
        this.priorBits = priorBits;
    }

    /** log2 of the odds that any two records are one human being. */
    public double priorBits() {
        return priorBits;
    }

    /**
     * The model in numbers.
     *
     * @param thresholds that are used with it
     */
    public TrainedModel trained(Thresholds thresholds) {
        List<TrainedModel.Field> trained = new ArrayList<>();
        for (int slot = 0; slot < fields.size(); slot++) {
            List<TrainedModel.Level> levels = new ArrayList<>();
            for (int level = 1; level <= fields.get(slot).levelCount(); level++) {
                levels.add(new TrainedModel.Level(
                        fields.get(slot).level(level).label(),
                        weights.matchShare(slot, level),
                        weights.backgroundShare(slot, level),
                        weights.ofLevel(slot, level)));
            }
            trained.add(new TrainedModel.Field(fields.get(slot).field(), levels));
        }
        return new TrainedModel(priorBits, thresholds, trained);
    }

    /** Scores every pair; pairs that cannot match are left out. */
    public ScoredPairs score(ComparedPairs pairs) {
        VectorWeights[] byPlace = vectorWeights(pairs.levels());
        ThreadLocal<Scorer> scorers = ThreadLocal.withInitial(this::scorer);
        return new ScoredPairs(pairs.chunks().parallelStream()
                .map(chunk -> ScoredPairs.Chunk.of(
                        chunk,
                        (a, b, place) -> byPlace[place].isHopeless()
                                ? Double.NEGATIVE_INFINITY
                                : scorers.get().bits(a, b, pairs.levels().vector(place), byPlace[place])))
                .toList());
    }

    /** A scorer for one thread. */
    public Scorer scorer() {
        return new Scorer();
    }

    private VectorWeights[] vectorWeights(LevelCounts levels) {
        return IntStream.range(0, levels.size())
                .parallel()
                .mapToObj(place -> {
                    long vector = levels.vector(place);
                    VectorWeights vectorWeights = weights.ofVector(vector);
                    double most = priorBits + vectorWeights.sum() + rarity.mostGain(vector, vectorWeights);
                    return most < LEAST_HOPE ? VectorWeights.HOPELESS : vectorWeights;
                })
                .toArray(VectorWeights[]::new);
    }

    /** Scores single pairs and says what each comparison weighs. Not safe for use by several threads. */
    public final class Scorer {

        private final PairComparer comparer = comparisons.comparer();
        private final double[] fieldBits = new double[fields.size()];
        private long vector;

        private Scorer() {}

        /** The match weight of a pair, prior included. */
        public double bits(int a, int b) {
            long levels = comparer.compare(a, b);
            return bits(a, b, levels, weights.ofVector(levels));
        }

        private double bits(int a, int b, long levels, VectorWeights vectorWeights) {
            vector = levels;
            double sum = priorBits;
            for (int slot = 0; slot < fieldBits.length; slot++) {
                fieldBits[slot] = vectorWeights.bits()[slot];
                if (rarity.counts(slot, level(slot), fieldBits[slot])) {
                    comparer.compare(slot, a, b);
                    fieldBits[slot] = rarity.adjusted(
                            slot,
                            level(slot),
                            fieldBits[slot],
                            vectorWeights.excess()[slot],
                            comparer.leftTerm(slot),
                            comparer.rightTerm(slot));
                }
                sum += fieldBits[slot];
            }
            double weighed = rivals.weighed(vector, sum, fieldBits);
            return corroborated() ? weighed : Math.min(weighed, NAME_ALONE);
        }

        /** Whether anything but the name agreed in the last pair, even if the name explains it. */
        public boolean corroborated() {
            for (int slot = Comparisons.NAME_PLACES; slot < fieldBits.length; slot++) {
                if (weights.ofLevel(slot, level(slot)) > 0) {
                    return true;
                }
            }
            return false;
        }

        /** What a comparison weighed in the last pair; 0 if it had nothing to compare. */
        public double fieldBits(int slot) {
            return fieldBits[slot];
        }

        /** The level of a comparison in the last pair; 0 if it had nothing to compare. */
        public int level(int slot) {
            return LevelVector.level(vector, slot);
        }

        /**
         * How many human beings have the more common of the values that agreed in the pair given to {@link #bits(int,
         * int)} last; 0 if none did.
         */
        public int bearers(int slot) {
            return rarity.bearers(slot, comparer.leftTerm(slot), comparer.rightTerm(slot));
        }

        /** The value of the first record that a comparison met in the last pair; -1 if unknown. */
        public int leftTerm(int slot) {
            return comparer.leftTerm(slot);
        }

        /** As {@link #leftTerm}, of the second record. */
        public int rightTerm(int slot) {
            return comparer.rightTerm(slot);
        }

        /** How many human beings have a value. */
        public int bearersOf(int slot, int term) {
            return rarity.bearers(slot, term, term);
        }

        /** As {@link #bearers}, of the rarer value: a misspelt one has a single bearer. */
        public int fewestBearers(int slot) {
            return rarity.fewestBearers(slot, comparer.leftTerm(slot), comparer.rightTerm(slot));
        }
    }
}
