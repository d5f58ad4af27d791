package io.mergewell.cli.evaluate.ablation;

import io.mergewell.cli.evaluate.Evaluation;
import io.mergewell.cli.evaluate.PairCounts;
import io.mergewell.match.Part;
import io.mergewell.review.words.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** An ablation for a reader: a table that fits a terminal of 100 columns. */
public final class AblationText {

    private AblationText() {}

    /** The lines to print. */
    public static List<String> of(List<AblationRow> rows) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("What each part earns: groups, pairs in AUTO groups, and work, with one part left out at a time.");
        lines.add(format("", "F1", "precision", "recall", "AUTO pairs", "precision", "compared", "s"));
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    /** What was left out, in words. */
    public static String name(Set<Part> without) {
        return without.isEmpty()
                ? "as it is"
                : without.stream().sorted().map(Part::without).collect(Collectors.joining(", "));
    }

    private static String line(AblationRow row) {
        Evaluation evaluation = row.evaluation();
        PairCounts clusters = evaluation.clusters();
        PairCounts auto = evaluation.auto();
        return format(
                name(row.without()),
                share(clusters.f1()),
                share(clusters.precision()),
                share(clusters.recall()),
                auto == null ? "0" : Counted.number(auto.claimed()),
                auto == null ? "-" : share(auto.precision()),
                Counted.number(evaluation.candidatePairs()),
                String.format(Locale.ROOT, "%.1f", evaluation.seconds().getOrDefault("total", 0.0)));
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.4f", share);
    }

    private static String format(Object... values) {
        return String.format(Locale.ROOT, "%-30s  %6s  %9s  %6s  %10s  %9s  %10s  %6s", values);
    }
}
