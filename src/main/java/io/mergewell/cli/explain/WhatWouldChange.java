package io.mergewell.cli.explain;

import io.mergewell.cluster.Explanation;
import io.mergewell.match.Evidence;
import io.mergewell.match.Thresholds;
import io.mergewell.match.model.Calibration;
import io.mergewell.plan.Decision;
import io.mergewell.plan.PairDecision;
import io.mergewell.review.words.Scores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What it would take for two persons to be proposed, or to be merged without review. */
final class WhatWouldChange {

    private WhatWouldChange() {}

    /**
     * The sentences.
     *
     * @param decision what people decided on the two; null if nothing
     */
    static List<String> of(Explanation explanation, Thresholds thresholds, @Nullable PairDecision decision) {
        List<String> lines = new ArrayList<>();
        if (explanation.keptApart() != null) {
            boolean decided = decision != null && decision.decision() == Decision.NOT_DUPLICATE;
            lines.add(
                    decided
                            ? "What would change it: another decision on the two, in a review or by ./run.sh decisions."
                            : "What would change it: a correction in the CRM, if one of the two contradicting values is"
                                    + " wrong.");
        } else if (!explanation.corroborated()) {
            lines.add("What would change it: a value that they share beside the name, such as an e-mail address, a"
                    + " phone number or a birth date.");
        } else {
            lines.add(weights(explanation, thresholds));
        }
        return lines;
    }

    private static String weights(Explanation explanation, Thresholds thresholds) {
        double toReview = Calibration.bits(thresholds.review()) - explanation.bits();
        if (toReview > 0) {
            return more(toReview) + " to be proposed, from probability " + Scores.text(thresholds.review()) + " on"
                    + without(explanation, toReview) + ".";
        }
        if (thresholds.auto() > 1) {
            return "The two are proposed, for review: on these persons nothing is sure enough to be AUTO.";
        }
        double toAuto = Calibration.bits(thresholds.auto()) - explanation.bits();
        return toAuto > 0
                ? "The two are proposed, for review. " + more(toAuto) + " to be AUTO, from probability "
                        + Scores.text(thresholds.auto()) + " on" + without(explanation, toAuto) + "."
                : "The two are sure enough to be AUTO, if the rest of their group is and nothing in it calls for"
                        + " caution.";
    }

    private static String more(double bits) {
        return String.format(Locale.ROOT, "What would change it: %+.2f more", bits);
    }

    /** The strongest comparison against the two, if it alone makes the difference. */
    private static String without(Explanation explanation, double missing) {
        Optional<Evidence> against = explanation.evidence().stream()
                .filter(evidence -> -evidence.bits() >= missing)
                .min(Comparator.comparingDouble(Evidence::bits));
        return against.map(evidence -> "; without \"" + evidence.field() + ": " + evidence.level() + "\" they would be")
                .orElse("");
    }
}
