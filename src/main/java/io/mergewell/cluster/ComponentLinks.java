package io.mergewell.cluster;

import com.carrotsearch.hppc.FloatArrayList;
import com.carrotsearch.hppc.IntArrayList;
import io.mergewell.match.model.ScoredPairs;

/** The scored pairs within connected components, those of one component together. */
final class ComponentLinks {

    private final IntArrayList first = new IntArrayList();
    private final IntArrayList second = new IntArrayList();
    private final FloatArrayList bits = new FloatArrayList();
    private final int[] order;
    private final int[] starts;

    /**
     * Components are what pairs above a floor connect; within them all scored pairs count.
     *
     * @param floor in bits
     */
    ComponentLinks(int records, ScoredPairs pairs, double floor) {
        Components components = new Components(records);
        pairs.forEach((a, b, weight) -> {
            if (weight > floor) {
                components.join(a, b);
            }
        });
        IntArrayList component = new IntArrayList();
        pairs.forEach((a, b, weight) -> {
            int root = components.of(a);
            if (root == components.of(b)) {
                first.add(a);
                second.add(b);
                bits.add(weight);
                component.add(root);
            }
        });
        int[] next = new int[records + 1];
        for (int i = 0; i < component.elementsCount; i++) {
            next[component.buffer[i] + 1]++;
        }
        starts = accumulated(next);
        order = new int[component.elementsCount];
        for (int i = 0; i < order.length; i++) {
            order[next[component.buffer[i]]++] = i;
        }
    }

    /** Sums the counts up in place, and answers where each component that has links begins, and the end. */
    private static int[] accumulated(int[] counts) {
        IntArrayList begins = new IntArrayList();
        begins.add(0);
        for (int i = 1; i < counts.length; i++) {
            counts[i] += counts[i - 1];
            if (counts[i] > begins.buffer[begins.elementsCount - 1]) {
                begins.add(counts[i]);
            }
        }
        return begins.toArray();
    }

    /** How many components have links. */
    int components() {
        return starts.length - 1;
    }

    int start(int component) {
        return starts[component];
    }

    int end(int component) {
        return starts[component + 1];
    }

    /** The smaller record of a link, by its position. */
    int first(int position) {
        return first.buffer[order[position]];
    }

    /** The larger record of a link, by its position. */
    int second(int position) {
        return second.buffer[order[position]];
    }

    /** The match weight of a link, by its position. */
    float bits(int position) {
        return bits.buffer[order[position]];
    }
}
