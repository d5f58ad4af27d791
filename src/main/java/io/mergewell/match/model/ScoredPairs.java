package io.mergewell.match.model;

import com.carrotsearch.hppc.FloatArrayList;
import com.carrotsearch.hppc.IntArrayList;
import io.mergewell.match.pairs.ComparedPairs;
import java.util.List;

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

        static Chunk of(ComparedPairs.Chunk pairs, Score score) {
            IntArrayList first = new IntArrayList();
            IntArrayList second = new IntArrayList();
            FloatArrayList bits = new FloatArrayList();
            pairs.forEach((a, b, place) -> {
                double weight = score.of(a, b, place);
                if (weight != Double.NEGATIVE_INFINITY) {
                    first.add(a);
                    second.add(b);
                    bits.add((float) weight);
                }
            });
            return new Chunk(first.toArray(), second.toArray(), bits.toArray());
        }
    }

    /** The match weight of a pair; negative infinity leaves it out. */
    @FunctionalInterface
    interface Score {
        double of(int first, int second, int place);
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
