package io.mergewell.cli.evaluate.detail;

import io.mergewell.cli.evaluate.detail.ComparisonUse.LevelUse;
import io.mergewell.cli.evaluate.detail.ComparisonUse.Seen;
import io.mergewell.cli.evaluate.detail.ComparisonUse.Weight;
import io.mergewell.cli.evaluate.detail.Fates.Fate;
import io.mergewell.review.words.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The close look for a reader: three tables that fit a terminal of 100 columns. */
public final class ByLevelText {

    private static final String FATE = "%-64s  %10s  %9s  %9s";
    private static final String LEVEL = "%-43s  %10s  %7s  %6s  %7s  %6s  %6s";
    private static final String FAMILY = "%-51s  %11s  %9s  %9s  %9s";
    private static final int LEVEL_NAME = 43;
    private static final int FAMILY_NAME = 51;

    private ByLevelText() {}

    /** The lines to print, without personal data. */
    public static List<String> of(ByLevel byLevel) {
        List<String> lines = new ArrayList<>();
        addFates(byLevel.fates(), lines);
        addLevels(byLevel.comparisons(), lines);
        addFamilies(byLevel.families(), lines);
        return lines;
    }

    private static void addFates(Fates fates, List<String> lines) {
        lines.add("");
        lines.add(format(FATE, "Where the true pairs are", "true pairs", "one group", "lost"));
        lines.add(fate("Never compared: no key brought them together", fates.neverCompared()));
        lines.add(fate("Compared, score below the review threshold", fates.belowReview()));
        lines.add(fate("Compared, score at or above it", fates.atReview()));
        fates.keptApart()
                .forEach((reason, pairs) ->
                        lines.add(format(FATE, "  lost for " + reason, "", "", Counted.number(pairs))));
    }

    private static void addLevels(List<ComparisonUse> comparisons, List<String> lines) {
        lines.add("");
        lines.add("What the levels say. Pairs: compared pairs on that level, and how many of them are true. Model: m,");
        lines.add("how often true pairs are on it; u, how often two different persons are; bits, log2(m / u) kept");
        lines.add("from -8 to 14, and more in a list of over 5,000. Labels: the bits they would give, from all true");
        lines.add("pairs and random other pairs.");
        lines.add(format(LEVEL, "", "pairs", "true %", "m", "u", "bits", "labels"));
        for (ComparisonUse comparison : comparisons) {
            lines.add(comparison.field());
            comparison.levels().forEach(level -> lines.add(level(level)));
            Seen nothing = comparison.nothing();
            lines.add(format(
                            LEVEL,
                            "  nothing to compare",
                            Counted.number(nothing.pairs()),
                            percent(nothing),
                            "",
                            "",
                            "",
                            "")
                    .stripTrailing());
        }
    }

    private static void addFamilies(List<FamilyUse> families, List<String> lines) {
        lines.add("");
        lines.add("What the keys find. Only here: true pairs that no other key finds. Skipped: values that too many");
        lines.add("records share to compare them all.");
        lines.add(format(FAMILY, "", "pairs", "true", "only here", "skipped"));
        families.forEach(family -> lines.add(format(
                FAMILY,
                shortened(family.name(), FAMILY_NAME),
                Counted.number(family.pairs()),
                Counted.number(family.truePairs()),
                Counted.number(family.onlyHere()),
                Counted.number(family.blocksSkipped()))));
    }

    private static String fate(String name, Fate fate) {
        return format(
                FATE,
                name,
                Counted.number(fate.pairs()),
                Counted.number(fate.together()),
                Counted.number(fate.apart()));
    }

    private static String level(LevelUse level) {
        Weight labels = level.labels();
        return format(
                LEVEL,
                shortened("  " + level.label(), LEVEL_NAME),
                Counted.number(level.seen().pairs()),
                percent(level.seen()),
                format("%.4f", level.model().matches()),
                format("%.1e", level.model().different()),
                format("%.1f", level.model().bits()),
                labels == null ? "-" : format("%.1f", labels.bits()));
    }

    private static String percent(Seen seen) {
        return seen.pairs() == 0 ? "-" : format("%.2f", 100 * seen.share());
    }

    private static String shortened(String name, int most) {
        return name.length() <= most ? name : name.substring(0, most - 1) + "…";
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
