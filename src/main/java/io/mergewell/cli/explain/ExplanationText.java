package io.mergewell.cli.explain;

import io.mergewell.cluster.Explanation;
import io.mergewell.cluster.Group;
import io.mergewell.match.Evidence;
import io.mergewell.match.model.Calibration;
import io.mergewell.review.words.Reasons;
import io.mergewell.review.words.Scores;
import java.util.ArrayList;
import java.util.List;

/** An explanation as an addition: where any two records begin, what each comparison adds, and what comes out. */
final class ExplanationText {

    private ExplanationText() {}

    /**
     * The lines to print; they hold ids and no other value of a person.
     *
     * @param groups all that were found
     */
    static List<String> of(Explanation explanation, List<Group> groups) {
        String probability = Scores.text(explanation.probability());
        List<String> lines = new ArrayList<>();
        lines.add("Persons " + explanation.persons().first() + " and "
                + explanation.persons().second() + ": probability " + probability + " that they are one.");
        lines.add("");
        lines.add("  weight");
        lines.addAll(addition(explanation).lines(probability));
        lines.add("");
        lines.addAll(conclusions(explanation, groups));
        return lines;
    }

    private static Waterfall addition(Explanation explanation) {
        Waterfall sum = new Waterfall();
        sum.add(explanation.priorBits(), "any two records, before anything is compared");
        for (Evidence evidence : Reasons.told(explanation.evidence())) {
            sum.add(evidence.bits(), evidence.field() + ": " + evidence.level());
        }
        sum.addUpTo(explanation.bits(), limit(explanation));
        sum.add(Calibration.CAUTION, "calibration: measured on public labelled lists, see docs/matching.md");
        return sum;
    }

    private static String limit(Explanation explanation) {
        if (explanation.corroborated()) {
            return "two of one household or one workplace would agree in that, too";
        }
        return agreesInName(explanation)
                ? "a name alone never weighs more"
                : "without anything that speaks for them, no two weigh more";
    }

    private static List<String> conclusions(Explanation explanation, List<Group> groups) {
        List<String> lines = new ArrayList<>();
        if (explanation.keptApart() != null) {
            lines.add("Kept apart, whatever the weight: " + explanation.keptApart() + ".");
        }
        if (!explanation.corroborated()) {
            lines.add(uncorroborated(explanation));
        }
        if (!explanation.candidates()) {
            lines.add("They have no value in common that would have made a run compare them at all.");
        }
        lines.add(
                explanation.together()
                        ? GroupLinks.through(explanation, groups).orElse("They are in one group.")
                        : "They are not in one group.");
        return lines;
    }

    private static String uncorroborated(Explanation explanation) {
        String two = explanation.together() ? "these two by themselves" : "them";
        if (!agreesInName(explanation)) {
            return "Nothing that would do for a merge speaks for " + two + ".";
        }
        return "Nothing but the name speaks for " + two
                + (explanation.together() ? "." : ", and a merge is never proposed on a name alone.");
    }

    private static boolean agreesInName(Explanation explanation) {
        return explanation.evidence().stream()
                .anyMatch(evidence -> evidence.field().endsWith(" name") && evidence.bits() > 0);
    }
}
