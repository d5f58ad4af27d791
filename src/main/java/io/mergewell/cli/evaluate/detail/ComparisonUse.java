package io.mergewell.cli.evaluate.detail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the pairs of a labelled file agree in one field.
 *
 * @param field as a reader knows it
 * @param nothing the candidate pairs of which one side has nothing to compare, which weighs nothing
 * @param levels the best first; with {@code nothing} they hold every candidate pair whose truth is known
 */
public record ComparisonUse(String field, Seen nothing, List<LevelUse> levels) {

    public ComparisonUse {
        levels = List.copyOf(levels);
    }

    /**
     * Candidate pairs whose truth is known.
     *
     * @param truePairs those that are one person
     */
    public record Seen(long pairs, long truePairs) {

        /** Share of the true ones, 0 to 1; 0 where there is no pair. */
        public double share() {
            return pairs == 0 ? 0 : (double) truePairs / pairs;
        }
    }

    /**
     * One level.
     *
     * @param model what training learned without the labels
     * @param labels what it would have learned from them; null where too few pairs are on the level to say
     */
    public record LevelUse(
            String label, Seen seen, Weight model, @Nullable Weight labels) {}

    /**
     * What a level weighs alone, before rarity and dependence.
     *
     * @param matches share of true pairs that are on the level: m
     * @param different share of pairs of different persons: u
     * @param bits log2(m / u); the model keeps it within caps
     */
    public record Weight(double matches, double different, double bits) {}
}
