package io.mergewell.cli;

import io.mergewell.cluster.Explanation;
import io.mergewell.match.Evidence;
import io.mergewell.match.model.Calibration;
import io.mergewell.review.Scores;
import java.util.ArrayList;
import java.util.List;

/** An explanation as an addition: where any two records begin, what each comparison adds, and what comes out. */
final class ExplanationText {

    private ExplanationText() {}

    /** The lines to print; they hold ids and no other value of a person. */
    static List<String> of(Explanation explanation) {
        String probability = Scores.text(explanation.probability());
        List<String> lines = new ArrayList<>();
        lines.add("Persons " + explanation.persons().first() + " and "
                + explanation.persons().second() + ": probability " + probability + " that they are one.");
        lines.add("");
        lines.add("  weight");
        lines.addAll(addition(explanation).lines(probability));
        lines.add("");
        lines.addAll(conclusions(explanation));
        return lines;
    }

    private static Waterfall addition(Explanation explanation) {
        Waterfall sum = new Waterfall();
        sum.add(explanation.priorBits(), "any two records, before anything is compared");
        for (Evidence evidence : explanation.evidence()) {
            sum.add(evidence.bits(), evidence.field() + ": " + evidence.level());
        }
        sum.addUpTo(
                explanation.bits(),
                explanation.corroborated()
                        ? "two of one household or one workplace would agree in that, too"
                        : "a name alone never weighs more");
        sum.add(
                Calibration.CAUTION,
                "calibration: the weights err on the safe side, pairs with known answers were right so much more often");
        return sum;
    }

    private static List<String> conclusions(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        if (explanation.keptApart() != null) {
            lines.add("Kept apart, whatever the weight: " + explanation.keptApart() + ".");
        }
        if (!explanation.corroborated()) {
            lines.add("Nothing but the name speaks for them, and a merge is never proposed on a name alone.");
        }
        if (!explanation.candidates()) {
            lines.add("They have no value in common that would have made a run compare them at all.");
        }
        lines.add(explanation.together() ? "They are in one group." : "They are not in one group.");
        return lines;
    }
}
