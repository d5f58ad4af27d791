package io.mergewell.cli.evaluate.ablation;

import io.mergewell.cli.evaluate.Evaluation;
import io.mergewell.match.Part;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Matches once as it is, and once without each part. */
public final class Ablation {

    private Ablation() {}

    /**
     * Runs all of them, one after another. The seconds of the first run are comparable only if the program has matched
     * before.
     *
     * @param evaluate evaluates with some parts left out
     * @return matching as it is first, then in the order of the parts
     */
    public static List<AblationRow> run(Function<Set<Part>, Evaluation> evaluate) {
        List<AblationRow> rows = new ArrayList<>();
        rows.add(row(Set.of(), evaluate));
        for (Part part : Part.values()) {
            rows.add(row(EnumSet.of(part), evaluate));
        }
        return rows;
    }

    private static AblationRow row(Set<Part> without, Function<Set<Part>, Evaluation> evaluate) {
        return new AblationRow(without, evaluate.apply(without));
    }
}
