package io.mergewell.match.model;

import io.mergewell.match.comparison.Comparison;
import io.mergewell.match.comparison.Comparisons;
import io.mergewell.match.comparison.LevelVector;
import io.mergewell.match.comparison.PairComparer;
import io.mergewell.match.pairs.ComparedPairs;
import io.mergewell.match.pairs.LevelCounts;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A trained model: gives a pair of records its match weight, the log2 of the odds that they are one human being.
 * Immutable and safe for use by several threads.
 */
public final class MatchModel {

    /** Pairs below this weight are not worth a second look, in bits; rarity of values is only then added. */
    private static final double HOPELESS = -14;

    /** The most that a name alone can reach, in bits: namesakes exist. */
    private static final double NAME_ALONE = -4;

    /** How many persons the average agreement counts for when the frequency of one value is judged. */
    private static final double RARITY_CONFIDENCE = 100;

    private final Comparisons comparisons;
    private final Weights weights;
    private final TermCounts terms;
    private final double priorBits;

    MatchModel(Comparisons comparisons, Weights weights, TermCounts terms, double priorBits) {
        this.comparisons = comparisons;
        this.weights = weights;
        this.terms = terms;
        this.priorBits = priorBits;
    }

    /** log2 of the odds that any two records are one human being. */
    public double priorBits() {
        return priorBits;
    }

    /** Scores every pair; pairs that cannot match are left out. */
    public ScoredPairs score(ComparedPairs pairs) {
        double[] rough = roughBits(pairs.levels());
        ThreadLocal<Scorer> scorers = ThreadLocal.withInitial(this::scorer);
        return new ScoredPairs(pairs.chunks().parallelStream()
                .map(chunk -> ScoredPairs.Chunk.of(chunk, i -> {
                    int place = chunk.place()[i];
                    return rough[place] < HOPELESS
                            ? Double.NEGATIVE_INFINITY
                            : scorers.get().bits(chunk.first()[i], chunk.second()[i]);
                }))
                .toList());
    }

    /** A scorer for one thread. */
    public Scorer scorer() {
        return new Scorer();
    }

    private double[] roughBits(LevelCounts levels) {
        return IntStream.range(0, levels.size())
                .parallel()
                .mapToDouble(place -> priorBits
                        + weights.ofVector(
                                levels.vector(place), new double[weights.slots()], new double[weights.slots()]))
                .toArray();
    }

    /** Scores single pairs and says what each comparison weighs. Not safe for use by several threads. */
    public final class Scorer {

        private final List<Comparison> fields = comparisons.all();
        private final PairComparer comparer = comparisons.comparer();
        private final double[] fieldBits = new double[weights.slots()];
        private final double[] excess = new double[weights.slots()];
        private long vector;

        private Scorer() {}

        /** The match weight of a pair, prior included. */
        public double bits(int a, int b) {
            vector = comparer.compare(a, b);
            weights.ofVector(vector, fieldBits, excess);
            double sum = priorBits;
            for (int slot = 0; slot < fieldBits.length; slot++) {
                fieldBits[slot] = withRarity(slot);
                sum += fieldBits[slot];
            }
            return corroborated() ? sum : Math.min(sum, NAME_ALONE);
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

        /** How many human beings have the more common of the values that agreed in the last pair; 0 if none did. */
        public int bearers(int slot) {
            int left = comparer.leftTerm(slot);
            int right = comparer.rightTerm(slot);
            return left < 0 || right < 0 ? 0 : Math.max(terms.count(slot, left), terms.count(slot, right));
        }

        /** Agreement on a rare value weighs more than on a common one, as far as nothing else explains it. */
        private double withRarity(int slot) {
            int level = LevelVector.level(vector, slot);
            double weight = fieldBits[slot];
            double rarity = level == 0 ? 0 : fields.get(slot).level(level).rarity();
            int left = comparer.leftTerm(slot);
            int right = comparer.rightTerm(slot);
            if (weight <= 0 || rarity == 0 || left < 0 || right < 0) {
                return weight;
            }
            double frequency = Math.max(
                    terms.relativeFrequency(slot, left, RARITY_CONFIDENCE),
                    terms.relativeFrequency(slot, right, RARITY_CONFIDENCE));
            double share = weights.backgroundShare(slot, level);
            double adjusted = share * Math.pow(frequency, rarity);
            return Weights.capped(weight + Weights.log2((share + excess[slot]) / (adjusted + excess[slot])));
        }
    }
}
