package io.mergewell.cli.compare;

import io.mergewell.cli.evaluate.decided.DecidedText;
import io.mergewell.match.Thresholds;
import io.mergewell.plan.Band;
import io.mergewell.review.PairChange;
import io.mergewell.review.PairChange.Kind;
import io.mergewell.review.PairChange.Proposal;
import io.mergewell.review.words.Counted;
import io.mergewell.review.words.Scores;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A comparison of two plans for a reader. */
public final class ComparisonText {

    private static final int MOST_SHOWN = 10;
    private static final int THRESHOLD_DIGITS = 6;
    private static final String PLANS = "%-24s  %12s  %12s";
    private static final String COUNT = "  %-40s  %9s";
    private static final String PAIR = "  %-15s  %-24s  %-18s  %s";

    private ComparisonText() {}

    /** The lines to print; of persons they hold ids alone. */
    public static List<String> of(PlanComparison comparison, Tried first, Tried second, Path file) {
        List<String> lines = new ArrayList<>();
        lines.add("Two plans on the " + Counted.of(first.plan().evidence().records(), "person")
                + " that were read last. Before: " + first.file() + ". After: " + second.file() + ".");
        lines.add("");
        plans(first.plan(), second.plan(), lines);
        lines.add("");
        if (comparison.changes().isEmpty()) {
            lines.add("Nothing changes: both propose the same pairs, in the same bands, with the same actions and"
                    + " survivors.");
        } else {
            changes(comparison, lines);
        }
        lines.add("");
        lines.addAll(decided(first, second));
        lines.add((comparison.changes().isEmpty() ? "Written with a header alone: " : "All pairs that are different: ")
                + file);
        return lines;
    }

    private static void plans(PlanSketch before, PlanSketch after, List<String> lines) {
        lines.add(format(PLANS, "", "before", "after"));
        row(
                "Review threshold",
                before,
                after,
                plan -> threshold(plan.evidence().thresholds().review()),
                lines);
        row("Auto threshold", before, after, plan -> auto(plan.evidence().thresholds()), lines);
        row("Groups", before, after, plan -> Counted.number(plan.groups().size()), lines);
        row("Pairs in them", before, after, plan -> Counted.number(plan.pairs()), lines);
        row("  of band AUTO", before, after, plan -> Counted.number(plan.pairs(Band.AUTO)), lines);
        row("  of band REVIEW", before, after, plan -> Counted.number(plan.pairs(Band.REVIEW)), lines);
        row("Empty records", before, after, plan -> Counted.number(plan.empty()), lines);
    }

    private static void row(
            String name, PlanSketch before, PlanSketch after, Function<PlanSketch, String> cell, List<String> lines) {
        lines.add(format(PLANS, name, cell.apply(before), cell.apply(after)));
    }

    private static void changes(PlanComparison comparison, List<String> lines) {
        lines.add("What is different");
        count("pairs gained", comparison.count(Kind.GAINED), lines);
        count("pairs lost", comparison.count(Kind.LOST), lines);
        count("pairs moved from REVIEW to AUTO", comparison.movedTo(Band.AUTO), lines);
        count("pairs moved from AUTO to REVIEW", comparison.movedTo(Band.REVIEW), lines);
        count("pairs with another action", comparison.count(Kind.ACTION), lines);
        count("pairs with another survivor", comparison.count(Kind.SURVIVOR), lines);
        lines.add("");
        lines.add(format(PAIR, "change", "persons", "score", "group"));
        comparison.changes().stream()
                .limit(MOST_SHOWN)
                .map(ComparisonText::pair)
                .forEach(lines::add);
        long more = comparison.changes().size() - (long) MOST_SHOWN;
        if (more > 0) {
            lines.add("  and " + Counted.of(more, "more pair") + ".");
        }
    }

    private static void count(String name, long count, List<String> lines) {
        lines.add(format(COUNT, name, Counted.number(count)));
    }

    private static String pair(PairChange change) {
        return format(
                PAIR,
                change.kinds().stream().map(Enum::name).collect(Collectors.joining(" ")),
                change.first().id() + " and " + change.second().id(),
                score(change.scoreBefore()) + " to " + score(change.scoreAfter()),
                group(change.before()) + " to " + group(change.after()));
    }

    private static String group(@Nullable Proposal proposal) {
        return proposal == null ? "none" : proposal.band() + " into " + proposal.survivor();
    }

    private static String score(@Nullable Double score) {
        return score == null ? "-" : Scores.text(score);
    }

    private static List<String> decided(Tried first, Tried second) {
        List<String> lines = new ArrayList<>();
        if (first.decided() != null && second.decided() != null) {
            lines.add("Before: " + DecidedText.summary(first.decided()));
            lines.add("After:  " + DecidedText.summary(second.decided()));
            lines.add(
                    "People saw only what had been proposed: what a lower threshold would add, nobody has judged yet.");
        } else {
            lines.add("People have decided on no pair yet that could tell which of the two is right.");
        }
        return lines;
    }

    private static String auto(Thresholds thresholds) {
        return thresholds.auto() > 1 ? "-" : threshold(thresholds.auto());
    }

    /** As a job file would have it: on its way through bits, 0.9 has become a little less. */
    private static String threshold(double threshold) {
        return Scores.text(BigDecimal.valueOf(threshold)
                .setScale(THRESHOLD_DIGITS, RoundingMode.HALF_UP)
                .doubleValue());
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values).stripTrailing();
    }
}
