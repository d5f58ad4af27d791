package io.mergewell.cluster;

import io.mergewell.match.blocking.CandidatePairs.SkippedBlocks;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says which values so many records share that those were not compared for it: in a sentence, and one by one. */
final class CommonValues {

    private static final int MOST_NAMED = 3;

    private final List<SkippedBlocks> families;

    CommonValues(List<SkippedBlocks> families) {
        this.families = families;
    }

    /** All in one sentence with the largest families; empty if there are none. */
    Optional<String> note() {
        if (families.isEmpty()) {
            return Optional.empty();
        }
        String largest = families.stream()
                .sorted(Comparator.comparingLong(SkippedBlocks::records)
                        .reversed()
                        .thenComparing(SkippedBlocks::family))
                .limit(MOST_NAMED)
                .map(family -> family.family() + format(" (%,d records)", family.records()))
                .collect(Collectors.joining(", "));
        String which = families.size() > MOST_NAMED
                ? format("by %d keys, above all by %s; summary.json names all under details", families.size(), largest)
                : "by " + largest;
        return Optional.of("Too many records share a value to compare them for it alone: " + which
                + ". Records that share something rarer are compared all the same. Here a record counts once for each such"
                + " value.");
    }

    /** A sentence for each family. */
    List<String> details() {
        return families.stream().map(CommonValues::detail).toList();
    }

    private static String detail(SkippedBlocks family) {
        return format(
                "Too common to compare by %s alone: %s shared by more than %,d records (%,d records in all%s).",
                family.family(),
                family.blocks() == 1 ? "1 value" : format("%,d values", family.blocks()),
                family.cap(),
                family.records(),
                family.blocks() == 1 ? "" : ", a record counted once for each of its values");
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
