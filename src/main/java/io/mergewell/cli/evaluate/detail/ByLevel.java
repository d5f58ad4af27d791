package io.mergewell.cli.evaluate.detail;

import io.mergewell.cli.evaluate.Evaluator.Evaluated;
import java.util.List;

/**
 * An evaluation looked at closely.
 *
 * @param fates where the true pairs are, and where they were lost
 * @param comparisons what each level says, in the order of the model
 * @param families what each family of blocking keys finds; those that nobody can do without first
 */
public record ByLevel(Fates fates, List<ComparisonUse> comparisons, List<FamilyUse> families) {

    public ByLevel {
        comparisons = List.copyOf(comparisons);
        families = List.copyOf(families);
    }

    /** Looks at all pairs of a finished evaluation once more. */
    public static ByLevel of(Evaluated evaluated) {
        return new ByLevel(
                Fates.of(evaluated),
                new LevelTally(evaluated.matching(), evaluated.truth()).comparisons(),
                FamilyTally.of(evaluated.matching(), evaluated.truth()));
    }
}
