package io.mergewell.cli;

import io.mergewell.cluster.Explanation;
import io.mergewell.match.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An explanation as an addition: where any two records begin, what each comparison adds, and what comes out. */
final class ExplanationText {

    private ExplanationText() {}

    /** The lines to print; they hold ids and no other value of a person. */
    static List<String> of(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        lines.add(format(
                "Persons %s and %s: probability %.4f that they are one.",
                explanation.persons().first(), explanation.persons().second(), explanation.probability()));
        lines.add("");
        lines.add("  weight");
        lines.add(weight(explanation.priorBits(), "any two records, before anything is compared"));
        for (Evidence evidence : explanation.evidence()) {
            lines.add(weight(evidence.bits(), evidence.field() + ": " + evidence.level()));
        }
        lines.add(weight(explanation.bits(), "in all (+1 makes it twice as likely, -1 half as likely)"));
        lines.add("");
        lines.addAll(conclusions(explanation));
        return lines;
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

    private static String weight(double bits, String what) {
        // Adding zero turns a negative zero into a positive one.
        return format("  %+6.1f  %s", Math.round(bits * 10) / 10.0 + 0.0, what);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
