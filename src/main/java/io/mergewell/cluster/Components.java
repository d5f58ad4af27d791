package io.mergewell.cluster;

import io.mergewell.match.model.ScoredPairs;
import java.util.stream.IntStream;

/** Connected components by union-find with path halving; the lowest record names its component. */
final class Components {

    private final int[] parents;

    Components(int records) {
        parents = new int[records];
        for (int record = 0; record < records; record++) {
            parents[record] = record;
        }
    }

    /** By record: the lowest record that pairs above a floor connect it with, contradicting pairs left aside. */
    static int[] of(int records, ScoredPairs pairs, double floor, KeptApart keptApart) {
        Components components = new Components(records);
        pairs.forEach((a, b, bits) -> {
            if (bits > floor && keptApart.reason(a, b) == null) {
                components.join(a, b);
            }
        });
        return IntStream.range(0, records).map(components::of).toArray();
    }

    void join(int a, int b) {
        int rootA = of(a);
        int rootB = of(b);
        parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }

    int of(int record) {
        int root = record;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }
}
