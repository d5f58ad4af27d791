package io.mergewell.cluster;

import io.mergewell.match.model.ScoredPairs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Average linkage: two clusters join while the mean weight of all pairs across is above a floor. A pair that was never
 * compared counts against joining, so one strong link cannot chain strangers. The result does not depend on the order
 * of input.
 */
final class AverageLinkage {

    private static final float LEAST = -13;
    private static final float MOST = 10;
    private static final float NOT_COMPARED = -7;

    private final double floor;
    private final KeptApart keptApart;

    /** @param floor lowest mean weight at which two clusters still join, in bits */
    AverageLinkage(double floor, KeptApart keptApart) {
        this.floor = floor;
        this.keptApart = keptApart;
    }

    /** By record: the lowest record of its cluster. */
    int[] cluster(int records, ScoredPairs pairs) {
        Components components = new Components(records);
        pairs.forEach((a, b, bits) -> {
            if (bits > floor) {
                components.join(a, b);
            }
        });
        Map<Integer, List<Link>> linksByComponent = new HashMap<>();
        pairs.forEach((a, b, bits) -> {
            int component = components.of(a);
            if (component == components.of(b)) {
                float clipped = Math.max(LEAST, Math.min(MOST, bits));
                linksByComponent
                        .computeIfAbsent(component, key -> new ArrayList<>())
                        .add(new Link(a, b, clipped));
            }
        });
        int[] clusters = new int[records];
        Arrays.setAll(clusters, record -> record);
        linksByComponent.values().forEach(links -> new Agglomeration(links).run(clusters));
        return clusters;
    }

    private record Link(int a, int b, float bits) {}

    /** One possible join; stale once either cluster has grown. */
    private record Join(double mean, int a, int b, int versionA, int versionB) implements Comparable<Join> {

        @Override
        public int compareTo(Join other) {
            int byMean = Double.compare(other.mean, mean);
            int byFirst = byMean != 0 ? byMean : Integer.compare(a, other.a);
            return byFirst != 0 ? byFirst : Integer.compare(b, other.b);
        }
    }

    /** Joins the clusters of one component, best first. */
    private final class Agglomeration {

        private final Map<Integer, Cluster> clusters = new HashMap<>();
        private final PriorityQueue<Join> joins = new PriorityQueue<>();

        Agglomeration(List<Link> links) {
            for (Link link : links) {
                cluster(link.a).sums.put(link.b, (double) link.bits);
                cluster(link.b).sums.put(link.a, (double) link.bits);
                cluster(link.a).compared.put(link.b, 1);
                cluster(link.b).compared.put(link.a, 1);
            }
            links.forEach(link -> offer(cluster(link.a), cluster(link.b)));
        }

        void run(int[] result) {
            while (!joins.isEmpty()) {
                Join join = joins.remove();
                Cluster a = clusters.get(join.a);
                Cluster b = clusters.get(join.b);
                if (a != null && b != null && a.version == join.versionA && b.version == join.versionB) {
                    join(a, b);
                }
            }
            clusters.forEach((lowest, cluster) -> cluster.members.forEach(member -> result[member] = lowest));
        }

        private Cluster cluster(int record) {
            return clusters.computeIfAbsent(record, Cluster::new);
        }

        private void offer(Cluster a, Cluster b) {
            double mean = a.meanTo(b);
            if (mean > floor && !a.mayNotJoin(b)) {
                Cluster low = a.lowest < b.lowest ? a : b;
                Cluster high = low == a ? b : a;
                joins.add(new Join(mean, low.lowest, high.lowest, low.version, high.version));
            }
        }

        private void join(Cluster into, Cluster gone) {
            clusters.remove(gone.lowest);
            into.sums.remove(gone.lowest);
            into.compared.remove(gone.lowest);
            into.members.addAll(gone.members);
            into.version++;
            gone.sums.forEach((other, sum) -> {
                if (other != into.lowest) {
                    Cluster neighbour = cluster(other);
                    into.sums.merge(other, sum, Double::sum);
                    into.compared.merge(other, gone.compared.get(other), Integer::sum);
                    neighbour.sums.remove(gone.lowest);
                    neighbour.compared.remove(gone.lowest);
                    neighbour.sums.put(into.lowest, into.sums.get(other));
                    neighbour.compared.put(into.lowest, into.compared.get(other));
                }
            });
            into.sums.keySet().forEach(other -> offer(into, cluster(other)));
        }
    }

    /** A growing cluster with the summed weights of compared pairs to its neighbours. */
    private final class Cluster {

        private final int lowest;
        private final List<Integer> members = new ArrayList<>(1);
        private final Map<Integer, Double> sums = new HashMap<>();
        private final Map<Integer, Integer> compared = new HashMap<>();
        private int version;

        Cluster(int record) {
            lowest = record;
            members.add(record);
        }

        double meanTo(Cluster other) {
            double pairs = (double) members.size() * other.members.size();
            double notCompared = pairs - compared.getOrDefault(other.lowest, 0);
            return (sums.getOrDefault(other.lowest, 0.0) + notCompared * NOT_COMPARED) / pairs;
        }

        boolean mayNotJoin(Cluster other) {
            return keptApart.reason(members, other.members) != null;
        }
    }
}
