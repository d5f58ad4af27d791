package io.mergewell.cli.evaluate.decided;

import io.mergewell.cli.evaluate.Evaluation;
import io.mergewell.cli.evaluate.PairCounts;
import io.mergewell.plan.PairDecision;
import java.util.List;

/**
 * How right matching is on decided pairs.
 *
 * @param evaluation over the cases alone: its true pairs are those that were approved
 * @param contradicted what settings and people see otherwise: those in groups of band AUTO first, then those that people
 *     told apart, then those they approved
 */
public record DecidedEvaluation(Cases cases, Evaluation evaluation, List<Contradicted> contradicted) {

    public DecidedEvaluation {
        contradicted = List.copyOf(contradicted);
    }

    /** How many cases end in a group as people decided, or outside of one. */
    public long right() {
        return cases.all().size() - wrong();
    }

    /** How many do not. */
    public long wrong() {
        return falselyTogether() + missed();
    }

    /** How many that people told apart are in one group. */
    public long falselyTogether() {
        PairCounts groups = evaluation.clusters();
        return groups.claimed() - groups.right();
    }

    /** How many that were approved are in none. */
    public long missed() {
        PairCounts groups = evaluation.clusters();
        return groups.existing() - groups.right();
    }

    /**
     * A pair that is in one group and was told apart, or that was approved and is in none.
     *
     * @param score match probability, 0 to 1
     * @param auto whether the group is of band AUTO
     * @param why what speaks for and against them, or what keeps them apart; without personal data
     */
    public record Contradicted(PairDecision decision, double score, boolean auto, String why) {}
}
