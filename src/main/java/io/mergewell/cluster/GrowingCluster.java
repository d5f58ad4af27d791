package io.mergewell.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A cluster that grows, with the weights of the compared pairs between it and its neighbours. */
final class GrowingCluster {

    /** What a pair counts that was never compared, in bits: no key brought it together, so it is unlikely. */
    private static final double NOT_COMPARED = -7;

    private final int lowest;
    private final List<Integer> members = new ArrayList<>(2);
    private final Map<GrowingCluster, Between> between = new HashMap<>();
    private int version;

    GrowingCluster(int record) {
        lowest = record;
        members.add(record);
    }

    /** The compared pairs between two clusters: their weights added up, and how many they are. */
    private record Between(double bits, int pairs) {

        Between plus(Between other) {
            return new Between(bits + other.bits, pairs + other.pairs);
        }
    }

    /** Notes the weight of a pair, one of each cluster. */
    static void link(GrowingCluster one, GrowingCluster other, double bits) {
        Between pair = new Between(bits, 1);
        one.between.merge(other, pair, Between::plus);
        other.between.merge(one, pair, Between::plus);
    }

    /** The lowest record, by which the cluster is known. */
    int lowest() {
        return lowest;
    }

    /** Changes whenever the cluster does. */
    int version() {
        return version;
    }

    List<Integer> members() {
        return members;
    }

    /** Clusters with which some pair was compared. */
    Collection<GrowingCluster> neighbours() {
        return between.keySet();
    }

    /** The mean weight of all pairs across, in bits. */
    double meanTo(GrowingCluster other) {
        Between compared = between.getOrDefault(other, new Between(0, 0));
        double pairs = (double) members.size() * other.members.size();
        return (compared.bits + (pairs - compared.pairs) * NOT_COMPARED) / pairs;
    }

    /** Takes a cluster of higher records in, which is no more from then on. */
    void absorb(GrowingCluster gone) {
        between.remove(gone);
        gone.between.forEach((neighbour, pairs) -> {
            neighbour.between.remove(gone);
            if (neighbour != this) {
                between.merge(neighbour, pairs, Between::plus);
                neighbour.between.merge(this, pairs, Between::plus);
            }
        });
        members.addAll(gone.members);
        version++;
        gone.version++;
    }
}
