package io.mergewell.cli.evaluate.ablation;

import io.mergewell.cli.evaluate.Evaluation;
import io.mergewell.match.Part;
import java.util.Set;

/**
 * One run of an ablation.
 *
 * @param without the part that was left out; empty for matching as it is
 * @param evaluation what came of it
 */
public record AblationRow(Set<Part> without, Evaluation evaluation) {

    public AblationRow {
        without = Set.copyOf(without);
    }
}
