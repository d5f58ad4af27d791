package io.mergewell.match.model;

import com.carrotsearch.hppc.FloatArrayList;
import com.carrotsearch.hppc.IntArrayList;
import io.mergewell.match.pairs.ComparedPairs;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The pairs that may match, with their match weights, in the order in which they were compared. */
public record ScoredPairs(List<Chunk> chunks) {

    public ScoredPairs {
        chunks = List.copyOf(chunks);
    }

    /**
     * Pairs of some records.
     *
     * @param first the smaller record of each pair
     * @param second the larger
     * @param bits match weight, prior included
     */
    public record Chunk(int[] first, int[] second, float[] bits) {

        static Chunk of(ComparedPairs.Chunk pairs, IntToDoubleFunction score) {
            IntArrayList first = new IntArrayList();
            IntArrayList second = new IntArrayList();
            FloatArrayList bits = new FloatArrayList();
            for (int i = 0; i < pairs.size(); i++) {
                double weight = score.applyAsDouble(i);
                if (weight != Double.NEGATIVE_INFINITY) {
                    first.add(pairs.first()[i]);
                    second.add(pairs.second()[i]);
                    bits.add((float) weight);
                }
            }
            return new Chunk(first.toArray(), second.toArray(), bits.toArray());
        }
    }

    /** Takes a pair and its match weight. */
    @FunctionalInterface
    public interface Sink {
        void accept(int first, int second, float bits);
    }

    /** Hands over all pairs in order. */
    public void forEach(Sink sink) {
        for (Chunk chunk : chunks) {
            for (int i = 0; i < chunk.first.length; i++) {
                sink.accept(chunk.first[i], chunk.second[i], chunk.bits[i]);
            }
        }
    }
}
