package io.mergewell.match.model;

import io.mergewell.match.Part;
import io.mergewell.match.TrainedModel;
import io.mergewell.match.comparison.Comparison;
import io.mergewell.match.comparison.Comparisons;
import io.mergewell.match.pairs.ComparedPairs;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Trains models for one corpus: a first one from the pairs alone, then better ones from the clusters they gave. */
public final class Trainer {

    private final int records;
    private final Comparisons comparisons;
    private final List<Comparison> fields;
    private final ComparedPairs pairs;
    private final Set<Part> without;
    private final Background background;
    private final Dependence.Samples samples;
    private final double allPairs;
    private final double most;
    private final boolean isPinned;
    private LevelShares matches;
    private double priorBits;

    /**
     * Draws the samples that training needs.
     *
     * @param pinned what was learned before and is not to be learned again; null to learn
     * @param without parts of the model that are left out
     */
    public Trainer(
            int records,
            Comparisons comparisons,
            ComparedPairs pairs,
            @Nullable TrainedModel pinned,
            Set<Part> without) {
        this.records = records;
        this.comparisons = comparisons;
        this.pairs = pairs;
        this.without = without;
        fields = comparisons.all();
        background = new Background(records, comparisons);
        samples = without.contains(Part.DEPENDENCE)
                ? Dependence.Samples.NONE
                : Dependence.Samples.of(records, comparisons);
        most = Weights.mostBits(records);
        allPairs = Math.max(1, (double) records * (records - 1) / 2);
        isPinned = pinned != null;
        matches = pinned == null ? LevelShares.assumed(fields) : LevelShares.of(pinned, fields);
        // One true pair for every ten records, until something is known.
        priorBits = pinned == null ? Weights.log2(Math.max(1, records / 10.0) / allPairs) : pinned.priorBits();
    }

    /** A model from the pairs alone. */
    public MatchModel first() {
        TermCounts terms = TermCounts.perRecord(records, fields);
        LevelShares shares = background.shares(terms);
        Training training = new Training(fields, pairs.levels(), shares, most, without);
        for (int round = 0; round < 2 && !isPinned; round++) {
            Dependence dependence = Dependence.learn(samples, matches, shares);
            Training.Learned learned = training.learn(matches, dependence, priorBits, allPairs);
            matches = learned.matches();
            priorBits = Weights.log2(Math.max(1, learned.matchedPairs()) / allPairs);
        }
        return model(terms, shares);
    }

    /**
     * A better model, now that it is known which records are one human being.
     *
     * @param clusters by record: the lowest record of its cluster
     */
    public MatchModel again(int[] clusters) {
        TermCounts terms = without.contains(Part.HUMAN_COUNTS)
                ? TermCounts.perRecord(records, fields)
                : TermCounts.perCluster(clusters, fields);
        LevelShares shares = background.shares(terms);
        if (!isPinned) {
            priorBits = Weights.log2(Math.max(1, pairsWithin(clusters)) / allPairs);
            Dependence dependence = Dependence.learn(samples, matches, shares);
            matches = new Training(fields, pairs.levels(), shares, most, without)
                    .learn(matches, dependence, priorBits, allPairs)
                    .matches();
        }
        return model(terms, shares);
    }

    private MatchModel model(TermCounts terms, LevelShares shares) {
        Dependence dependence = Dependence.learn(samples, matches, shares);
        return new MatchModel(
                comparisons, new Weights(fields, matches, shares, dependence, most), terms, priorBits, without);
    }

    private static double pairsWithin(int[] clusters) {
        int[] sizes = new int[clusters.length];
        double pairs = 0;
        for (int cluster : clusters) {
            pairs += sizes[cluster]++;
        }
        return pairs;
    }
}
