package io.mergewell.match;

import java.util.List;

/**
 * What training learned of one data set, in numbers that a reader can check. It is written with every run; a job can pin
 * it, so that weights change only when somebody wants them to.
 *
 * @param priorBits log2 of the odds that any two records are one human being
 * @param thresholds that were used
 * @param fields in the order of their comparisons
 */
public record TrainedModel(double priorBits, Thresholds thresholds, List<Field> fields) {

    public TrainedModel {
        if (!Double.isFinite(priorBits)) {
            throw new IllegalArgumentException("The prior of a model is a number of bits.");
        }
        fields = List.copyOf(fields);
    }

    /**
     * One comparison.
     *
     * @param name as a reader knows it, such as {@code given name}
     * @param levels the best first
     */
    public record Field(String name, List<Level> levels) {

        public Field {
            levels = List.copyOf(levels);
        }
    }

    /**
     * One level of a comparison.
     *
     * @param label in a reader's words, such as {@code the same}
     * @param matches share of the true pairs that reach it, above 0 and up to 1: the m of Fellegi and Sunter
     * @param different share of pairs of different persons that reach it: their u
     * @param bits the match weight, log2(m / u) within caps, before rarity and dependence are taken into account
     */
    public record Level(String label, double matches, double different, double bits) {

        public Level {
            if (!(matches > 0 && matches <= 1)) {
                throw new IllegalArgumentException(
                        "The share of true pairs at level \"" + label + "\" has to be above 0 and at most 1.");
            }
        }
    }
}
