package io.mergewell.cluster;

import java.util.Collection;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/** Joins the records of one connected component, best first, until no two clusters belong together. */
final class Agglomeration {

    private final double floor;
    private final KeptApart keptApart;
    private final SortedMap<Integer, GrowingCluster> clusters = new TreeMap<>();
    private final PriorityQueue<Join> joins = new PriorityQueue<>();

    /** @param floor mean weight above which two clusters join, in bits */
    Agglomeration(double floor, KeptApart keptApart) {
        this.floor = floor;
        this.keptApart = keptApart;
    }

    /** One possible join; stale once either cluster has grown. */
    private record Join(double mean, GrowingCluster low, GrowingCluster high, int versionLow, int versionHigh)
            implements Comparable<Join> {

        boolean isStale() {
            return low.version() != versionLow || high.version() != versionHigh;
        }

        @Override
        public int compareTo(Join other) {
            int byMean = Double.compare(other.mean, mean);
            int byLow = byMean != 0 ? byMean : Integer.compare(low.lowest(), other.low.lowest());
            return byLow != 0 ? byLow : Integer.compare(high.lowest(), other.high.lowest());
        }
    }

    /** Adds a compared pair; each pair once. */
    void link(int a, int b, float bits) {
        GrowingCluster.link(cluster(a), cluster(b), bits);
    }

    /** Joins what belongs together, and writes the lowest record of its cluster for each record. */
    void run(int[] result) {
        clusters.values().forEach(cluster -> offer(cluster, cluster.neighbours()));
        while (!joins.isEmpty()) {
            Join join = joins.remove();
            if (!join.isStale()) {
                join.low.absorb(join.high);
                clusters.remove(join.high.lowest());
                offer(join.low, join.low.neighbours());
            }
        }
        clusters.values().forEach(cluster -> cluster.members().forEach(member -> result[member] = cluster.lowest()));
    }

    private GrowingCluster cluster(int record) {
        return clusters.computeIfAbsent(record, GrowingCluster::new);
    }

    private void offer(GrowingCluster cluster, Collection<GrowingCluster> neighbours) {
        for (GrowingCluster neighbour : neighbours) {
            double mean = cluster.meanTo(neighbour);
            if (mean > floor && keptApart.reason(cluster.members(), neighbour.members()) == null) {
                GrowingCluster low = cluster.lowest() < neighbour.lowest() ? cluster : neighbour;
                GrowingCluster high = low == cluster ? neighbour : cluster;
                joins.add(new Join(mean, low, high, low.version(), high.version()));
            }
        }
    }
}
