package io.mergewell.cli.evaluate;

import io.mergewell.crm.RejectedRecord;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How right matching was on one labelled file.
 *
 * @param records how many were matched
 * @param truePairs pairs of records that are one person
 * @param candidatePairs pairs that were compared
 * @param blockingRecall share of the true pairs that were compared, 0 to 1
 * @param atReview the scored pairs from the review threshold up
 * @param atAuto those from the auto threshold up; null where nothing is good enough
 * @param best those from the threshold with the highest F1 up: what a better threshold could reach
 * @param clusters every two records of a final group
 * @param largest members of the largest group
 * @param auto every two records of a group of band AUTO; null where there is none
 * @param seconds duration of {@code read, normalise, block, train, score, cluster, total}
 * @param rejected rows that could not be read
 */
public record Evaluation(
        long records,
        long truePairs,
        long candidatePairs,
        double blockingRecall,
        AtThreshold atReview,
        @Nullable AtThreshold atAuto,
        AtThreshold best,
        PairCounts clusters,
        int largest,
        @Nullable PairCounts auto,
        SortedMap<String, Double> seconds,
        List<RejectedRecord> rejected) {

    public Evaluation {
        seconds = Collections.unmodifiableSortedMap(new TreeMap<>(seconds));
        rejected = List.copyOf(rejected);
    }

    /** What a threshold makes of the scored pairs. */
    public record AtThreshold(double threshold, PairCounts pairs) {}
}
