package io.mergewell.match.pairs;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongLongHashMap;
import io.mergewell.match.blocking.CandidatePairs;
import io.mergewell.match.comparison.Comparisons;
import io.mergewell.match.comparison.PairComparer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Every candidate pair with the place of its level vector in {@link #levels}. Pairs stand in the order of their first
 * record, whatever the number of threads.
 */
public final class ComparedPairs {

    private static final int RECORDS_PER_CHUNK = 4096;

    private final List<Chunk> chunks;
    private final LevelCounts levels;

    private ComparedPairs(List<Chunk> chunks, LevelCounts levels) {
        this.chunks = chunks;
        this.levels = levels;
    }

    /**
     * Pairs of neighbouring records.
     *
     * @param first the smaller record of each pair
     * @param second the larger
     * @param place of the pair's vector in the level counts
     */
    public record Chunk(int[] first, int[] second, int[] place) {

        public int size() {
            return first.length;
        }
    }

    /** Compares all candidate pairs of a corpus of that many records. */
    public static ComparedPairs of(int records, CandidatePairs candidates, Comparisons comparisons) {
        Queue<LongLongHashMap> counts = new ConcurrentLinkedQueue<>();
        ThreadLocal<Worker> workers = ThreadLocal.withInitial(() -> {
            LongLongHashMap counted = new LongLongHashMap();
            counts.add(counted);
            return new Worker(candidates.enumerator(), comparisons.comparer(), counted);
        });
        List<Compared> compared = IntStream.range(0, (records + RECORDS_PER_CHUNK - 1) / RECORDS_PER_CHUNK)
                .parallel()
                .mapToObj(chunk -> workers.get()
                        .compare(chunk * RECORDS_PER_CHUNK, Math.min(records, (chunk + 1) * RECORDS_PER_CHUNK)))
                .toList();
        LongLongHashMap counted = new LongLongHashMap();
        counts.forEach(count -> LevelCounts.addAll(counted, count));
        LevelCounts levels = LevelCounts.of(counted);
        return new ComparedPairs(
                compared.parallelStream().map(chunk -> chunk.placed(levels)).toList(), levels);
    }

    public List<Chunk> chunks() {
        return chunks;
    }

    /** How often each level vector came up among the pairs. */
    public LevelCounts levels() {
        return levels;
    }

    /** How many pairs there are. */
    public long size() {
        return chunks.stream().mapToLong(Chunk::size).sum();
    }

    private record Compared(IntArrayList first, IntArrayList second, LongArrayList vectors) {

        Chunk placed(LevelCounts levels) {
            int[] places = new int[vectors.elementsCount];
            for (int i = 0; i < places.length; i++) {
                places[i] = levels.place(vectors.buffer[i]);
            }
            return new Chunk(first.toArray(), second.toArray(), places);
        }
    }

    private record Worker(CandidatePairs.Enumerator candidates, PairComparer comparer, LongLongHashMap counted) {

        Compared compare(int from, int to) {
            Compared compared = new Compared(new IntArrayList(), new IntArrayList(), new LongArrayList());
            for (int record = from; record < to; record++) {
                candidates.pairsOf(record, (a, b) -> {
                    long vector = comparer.compare(a, b);
                    compared.first.add(a);
                    compared.second.add(b);
                    compared.vectors.add(vector);
                    counted.addTo(vector, 1);
                });
            }
            return compared;
        }
    }
}
