package io.mergewell.cli.evaluate;

import io.mergewell.cli.evaluate.Evaluation.AtThreshold;
import io.mergewell.review.words.Counted;
import io.mergewell.review.words.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An evaluation for a reader: one small table. */
public final class EvaluationText {

    private static final String ROW = "%-44s  %9s  %9s  %9s  %9s";

    private static final String AUTO = "Groups of band AUTO";

    private EvaluationText() {}

    /** The lines to print, without personal data. */
    public static List<String> of(Evaluation evaluation) {
        List<String> lines = new ArrayList<>();
        lines.add(Counted.of(evaluation.records(), "record") + ", "
                + Counted.of(evaluation.truePairs(), "pair") + " of them one person. "
                + Counted.of(evaluation.candidatePairs(), "pair was", "pairs were")
                + format(" compared, with %.2f %% of the true ones.", 100 * evaluation.blockingRecall()));
        lines.add("");
        lines.addAll(table(evaluation));
        lines.add("");
        lines.add("Trust the groups: they are what review.csv holds, after everything that forbids a merge or makes it"
                + " REVIEW. Pairs by score alone show only how well the score tells persons apart.");
        lines.add("The largest group has " + Counted.of(evaluation.largest(), "record") + ".");
        lines.add(format(
                "%.2f s in all: %.2f reading, %.2f normalising, %.2f blocking, %.2f training, %.2f scoring,"
                        + " %.2f grouping.",
                seconds(evaluation, "total"),
                seconds(evaluation, "read"),
                seconds(evaluation, "normalise"),
                seconds(evaluation, "block"),
                seconds(evaluation, "train"),
                seconds(evaluation, "score"),
                seconds(evaluation, "cluster")));
        return lines;
    }

    /** The table alone. */
    public static List<String> table(Evaluation evaluation) {
        return List.of(
                format(ROW, "", "threshold", "precision", "recall", "F1"),
                row("Groups: what a dry run proposes", "", evaluation.clusters()),
                auto(evaluation.auto()),
                row("Pairs by score alone, review threshold", evaluation.atReview()),
                row("Pairs by score alone, auto threshold", evaluation.atAuto()),
                row("Pairs by score alone, best in hindsight", evaluation.best()));
    }

    private static String auto(@Nullable PairCounts auto) {
        return auto == null ? format(ROW, AUTO, "", "-", "-", "-") : row(AUTO, "", auto);
    }

    private static String row(String name, @Nullable AtThreshold at) {
        return at == null ? format(ROW, name, "-", "-", "-", "-") : row(name, Scores.text(at.threshold()), at.pairs());
    }

    private static String row(String name, String threshold, PairCounts pairs) {
        return format(
                ROW,
                name,
                threshold,
                format("%.4f", pairs.precision()),
                format("%.4f", pairs.recall()),
                format("%.4f", pairs.f1()));
    }

    private static double seconds(Evaluation evaluation, String stage) {
        return evaluation.seconds().getOrDefault(stage, 0.0);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
