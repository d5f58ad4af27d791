package io.mergewell.cluster;

/** Connected components by union-find with path halving; the lowest record names its component. */
final class Components {

    private final int[] parents;

    Components(int records) {
        parents = new int[records];
        for (int record = 0; record < records; record++) {
            parents[record] = record;
        }
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
