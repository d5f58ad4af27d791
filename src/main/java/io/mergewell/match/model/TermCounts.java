package io.mergewell.match.model;

import io.mergewell.match.comparison.Comparison;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How common each value is. Counted once per human being as far as those are known, so that a person with ten records
 * does not make a rare name look common.
 */
final class TermCounts {

    private static final double ASSUMED_PAIRS = 200;

    private final List<Comparison> comparisons;
    private final int[][] counts;
    private final double[] chanceOfSameValue;
    private final double[] chanceOfSamePart;
    private final double[] bearers;

    private TermCounts(List<Comparison> comparisons) {
        this.comparisons = comparisons;
        counts = new int[comparisons.size()][];
        chanceOfSameValue = new double[comparisons.size()];
        chanceOfSamePart = new double[comparisons.size()];
        bearers = new double[comparisons.size()];
    }

    /** Counts every record. */
    static TermCounts perRecord(int records, List<Comparison> comparisons) {
        return perCluster(IntStream.range(0, records).toArray(), comparisons);
    }

    /**
     * Counts a value once per cluster.
     *
     * @param clusters by record: the lowest record of its cluster
     */
    static TermCounts perCluster(int[] clusters, List<Comparison> comparisons) {
        TermCounts counted = new TermCounts(comparisons);
        int[] records = byCluster(clusters);
        IdentityHashMap<Object, int[]> vocabularies = new IdentityHashMap<>();
        for (int slot = 0; slot < comparisons.size(); slot++) {
            int[] own = count(records, clusters, comparisons.get(slot));
            counted.measure(slot, own);
            int[] shared =
                    vocabularies.computeIfAbsent(comparisons.get(slot).vocabulary(), vocabulary -> new int[own.length]);
            for (int term = 0; term < own.length; term++) {
                shared[term] += own[term];
            }
            counted.counts[slot] = shared;
        }
        return counted;
    }

    /** The records with those of one cluster together. */
    private static int[] byCluster(int[] clusters) {
        int[] next = new int[clusters.length + 1];
        for (int cluster : clusters) {
            next[cluster + 1]++;
        }
        for (int i = 0; i < clusters.length; i++) {
            next[i + 1] += next[i];
        }
        int[] records = new int[clusters.length];
        for (int record = 0; record < clusters.length; record++) {
            records[next[clusters[record]]++] = record;
        }
        return records;
    }

    private static int[] count(int[] records, int[] clusters, Comparison comparison) {
        int[] counts = new int[comparison.terms()];
        int[] lastCluster = new int[comparison.terms()];
        for (int record : records) {
            int mark = clusters[record] + 1;
            comparison.terms(record, term -> {
                if (lastCluster[term] != mark) {
                    lastCluster[term] = mark;
                    counts[term]++;
                }
            });
        }
        return counts;
    }

    private void measure(int slot, int[] own) {
        int values = comparisons.get(slot).valueTerms();
        bearers[slot] = sum(own, 0, values);
        chanceOfSameValue[slot] = chance(own, 0, values);
        chanceOfSamePart[slot] = chance(own, values, own.length);
    }

    /**
     * Σ c(c−1) / s(s−1): the chance that two bearers bear the same; never quite 0. Ten records that all agree are likelier
     * to be one human being than to show what is common, so some pairs that don't agree are assumed.
     */
    private static double chance(int[] counts, int from, int to) {
        double all = sum(counts, from, to);
        double pairs = 0;
        for (int term = from; term < to; term++) {
            pairs += (double) counts[term] * (counts[term] - 1);
        }
        double floor = 1 / (4 * all + 10);
        return all < 2 ? floor : Math.max(floor, pairs / (all * (all - 1) + ASSUMED_PAIRS));
    }

    private static double sum(int[] counts, int from, int to) {
        double sum = 0;
        for (int term = from; term < to; term++) {
            sum += counts[term];
        }
        return sum;
    }

    /** The chance that two different persons have the same value in a comparison. */
    double chanceOfSameValue(int slot) {
        return chanceOfSameValue[slot];
    }

    /** How many human beings have a term. */
    int count(int slot, int term) {
        return counts[slot][term];
    }

    /**
     * How common a term is beside the average agreement on its kind: 1 as common, below 1 rarer.
     *
     * @param weight of the average, in persons: small files know little about how common a value is
     */
    double relativeFrequency(int slot, int term, double weight) {
        double average = term < comparisons.get(slot).valueTerms() ? chanceOfSameValue[slot] : chanceOfSamePart[slot];
        double frequency = (counts[slot][term] + weight * average) / (bearers[slot] + weight);
        return frequency / average;
    }

    /** The least that {@link #relativeFrequency} can be: of a term that one human being has. */
    double leastFrequency(int slot, double weight) {
        double value = (1 + weight * chanceOfSameValue[slot]) / (bearers[slot] + weight) / chanceOfSameValue[slot];
        double part = (1 + weight * chanceOfSamePart[slot]) / (bearers[slot] + weight) / chanceOfSamePart[slot];
        return Math.min(value, part);
    }
}
