package io.mergewell.cli.evaluate.detail;

import io.mergewell.cli.evaluate.Evaluation;
import io.mergewell.cli.evaluate.Evaluator.Evaluated;
import io.mergewell.cli.evaluate.RecordTruth;
import io.mergewell.cluster.Matching;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the true pairs. Each is in one of the three, so that they add up to all.
 *
 * @param neverCompared no blocking key brought them together
 * @param belowReview compared, with a score below the review threshold
 * @param atReview compared, with a score at or above it
 * @param keptApart of those with such a score that are apart: how many contradict each other, by the reason
 */
public record Fates(Fate neverCompared, Fate belowReview, Fate atReview, SortedMap<String, Long> keptApart) {

    public Fates {
        keptApart = Collections.unmodifiableSortedMap(new TreeMap<>(keptApart));
    }

    /**
     * True pairs of one kind.
     *
     * @param together in one group, which may be through other records
     * @param apart lost
     */
    public record Fate(long together, long apart) {

        /** All of them. */
        public long pairs() {
            return together + apart;
        }
    }

    static Fates of(Evaluated evaluated) {
        Evaluation evaluation = evaluated.evaluation();
        Tally tally = new Tally(
                evaluated.matching(), evaluated.truth(), evaluation.atReview().threshold());
        evaluated.matching().forEachPair((a, b, probability, levels) -> tally.add(a, b, probability));
        long together = evaluation.clusters().right() - tally.below.together - tally.above.together;
        long all = evaluation.truePairs() - tally.below.pairs() - tally.above.pairs();
        return new Fates(new Fate(together, all - together), tally.below, tally.above, tally.keptApart);
    }

    private static final class Tally {

        private final Matching matching;
        private final RecordTruth truth;
        private final double review;
        private final SortedMap<String, Long> keptApart = new TreeMap<>();
        private Fate below = new Fate(0, 0);
        private Fate above = new Fate(0, 0);

        Tally(Matching matching, RecordTruth truth, double review) {
            this.matching = matching;
            this.truth = truth;
            this.review = review;
        }

        void add(int a, int b, double probability) {
            if (!truth.isOnePerson(a, b)) {
                return;
            }
            boolean together = matching.together(a, b);
            if (probability < review) {
                below = plus(below, together);
            } else {
                above = plus(above, together);
                String reason = together ? null : matching.keptApart(a, b);
                if (reason != null) {
                    keptApart.merge(reason, 1L, Long::sum);
                }
            }
        }

        private static Fate plus(Fate fate, boolean together) {
            return together ? new Fate(fate.together + 1, fate.apart) : new Fate(fate.together, fate.apart + 1);
        }
    }
}
