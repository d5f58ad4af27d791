package io.mergewell.cli.evaluate.decided;

import io.mergewell.cli.evaluate.EvaluationText;
import io.mergewell.cli.evaluate.decided.DecidedEvaluation.Contradicted;
import io.mergewell.plan.Decision;
import io.mergewell.review.words.Counted;
import io.mergewell.review.words.Scores;
import java.util.ArrayList;
import java.util.List;

/** An evaluation on decided pairs for a reader. */
public final class DecidedText {

    private static final int MOST_SHOWN = 20;

    private DecidedText() {}

    /** The lines to print; of persons they hold ids alone. */
    public static List<String> of(DecidedEvaluation evaluation) {
        List<String> lines = new ArrayList<>();
        lines.add(replayed(evaluation) + among(evaluation.cases()));
        leftOut(evaluation.cases(), lines);
        lines.add("");
        lines.addAll(EvaluationText.table(evaluation.evaluation()));
        lines.add("");
        lines.add("Decided pairs are no fair sample: people saw only what had been proposed. Precision is that of such"
                + " proposals; recall is of what was approved, and knows nothing of duplicates that nobody was shown.");
        lines.add("");
        contradicted(evaluation.contradicted(), lines);
        return lines;
    }

    /** What one plan gets right and wrong, in one sentence. */
    public static String summary(DecidedEvaluation evaluation) {
        Cases cases = evaluation.cases();
        long approved = cases.count(Decision.APPROVE);
        return Counted.number(evaluation.right()) + " of "
                + Counted.of(cases.all().size(), "decided pair") + " right: "
                + Counted.number(approved - evaluation.missed()) + " of " + Counted.number(approved)
                + " approved in one group, " + Counted.number(evaluation.falselyTogether()) + " of "
                + Counted.number(cases.all().size() - approved) + " told apart in one group all the same.";
    }

    private static String replayed(DecidedEvaluation evaluation) {
        return Counted.of(evaluation.cases().all().size(), "decided pair") + " replayed among "
                + Counted.of(evaluation.evaluation().records(), "person") + ": ";
    }

    private static String among(Cases cases) {
        return Counted.number(cases.count(Decision.APPROVE)) + " approved, "
                + Counted.number(cases.count(Decision.REJECT)) + " rejected, "
                + Counted.number(cases.count(Decision.NOT_DUPLICATE)) + " told apart for good.";
    }

    private static void leftOut(Cases cases, List<String> lines) {
        if (cases.held() > 0) {
            lines.add(Counted.of(cases.held(), "pair is", "pairs are") + " on hold, which decides nothing.");
        }
        if (cases.lost() > 0) {
            lines.add(Counted.of(cases.lost(), "decided pair takes", "decided pairs take")
                    + " no part: what the persons held then is not kept any more, or has changed since.");
        }
    }

    private static void contradicted(List<Contradicted> all, List<String> lines) {
        if (all.isEmpty()) {
            lines.add("These settings agree with every one of these decisions.");
            return;
        }
        lines.add(Counted.of(all.size(), "pair was", "pairs were") + " decided otherwise than these settings would:");
        all.stream().limit(MOST_SHOWN).map(DecidedText::line).forEach(lines::add);
        if (all.size() > MOST_SHOWN) {
            lines.add("  and " + Counted.number(all.size() - MOST_SHOWN) + " more, which --json lists.");
        }
    }

    private static String line(Contradicted one) {
        boolean approved = one.decision().decision() == Decision.APPROVE;
        String band = one.auto() ? "in one group of band AUTO" : "in one group";
        return "  " + one.decision().survivor() + " and " + one.decision().duplicate() + ": "
                + one.decision().decision() + ", but " + (approved ? "in no group together" : band) + ", score "
                + Scores.text(one.score()) + ": " + one.why();
    }
}
