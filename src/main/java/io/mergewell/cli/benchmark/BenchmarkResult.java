package io.mergewell.cli.benchmark;

import io.mergewell.cli.evaluate.PairCounts;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of matching a labelled list, and what it cost.
 *
 * @param persons how many were read
 * @param pairsCompared candidate pairs that were scored
 * @param groups persons believed to have more than one record
 * @param seconds wall time of {@code read, normalise, block, score, train, cluster, total}; the total has also what lies
 *     between the stages, such as gathering the groups
 * @param clusters every two records of a group
 * @param auto those of the groups of band AUTO; null where the list is too long to plan in memory
 * @param effort from the first byte of the list to the groups
 */
public record BenchmarkResult(
        long persons,
        long pairsCompared,
        int groups,
        SortedMap<String, Double> seconds,
        PairCounts clusters,
        @Nullable Auto auto,
        Effort effort) {

    public BenchmarkResult {
        seconds = Collections.unmodifiableSortedMap(new TreeMap<>(seconds));
    }

    /**
     * What could be merged without a look.
     *
     * @param share of all pairs that are one person, 0 to 1
     */
    public record Auto(PairCounts pairs, double share) {}
}
