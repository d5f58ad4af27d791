package io.mergewell.match.pairs;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongLongHashMap;
import io.mergewell.match.blocking.CandidatePairs;
import io.mergewell.match.comparison.Comparisons;
import io.mergewell.match.comparison.PairComparer;
import io.mergewell.match.corpus.Corpus;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Every candidate pair with the place of its level vector in {@link #levels}. Their order does not depend on
 * the number of threads.
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
     * Pairs of some records.
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

    /** Compares all candidate pairs of a corpus. */
    public static ComparedPairs of(Corpus corpus, CandidatePairs candidates, Comparisons comparisons) {
        int[] order = NameOrder.of(corpus);
        Queue<LongLongHashMap> counts = new ConcurrentLinkedQueue<>();
        ThreadLocal<Worker> workers = ThreadLocal.withInitial(() -> {
            LongLongHashMap counted = new LongLongHashMap();
            counts.add(counted);
            return new Worker(candidates.enumerator(), comparisons.comparer(), counted);
        });
        List<Compared> compared = IntStream.range(0, (order.length + RECORDS_PER_CHUNK - 1) / RECORDS_PER_CHUNK)
                .parallel()
                .mapToObj(chunk -> workers.get()
                        .compare(Arrays.copyOfRange(
                                order,
                                chunk * RECORDS_PER_CHUNK,
                                Math.min(order.length, (chunk + 1) * RECORDS_PER_CHUNK))))
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

    /** What one thread needs, and its counts. */
    private static final class Worker {

        private final CandidatePairs.Enumerator candidates;
        private final PairComparer comparer;
        private final LongLongHashMap counted;
        private final IntArrayList partners = new IntArrayList();
        private long[] vectors = new long[0];

        Worker(CandidatePairs.Enumerator candidates, PairComparer comparer, LongLongHashMap counted) {
            this.candidates = candidates;
            this.comparer = comparer;
            this.counted = counted;
        }

        Compared compare(int[] records) {
            Compared compared = new Compared(new IntArrayList(), new IntArrayList(), new LongArrayList());
            for (int record : records) {
                partners.clear();
                candidates.pairsOf(record, (a, b) -> partners.add(b));
                compare(record, partners.elementsCount);
                for (int i = 0; i < partners.elementsCount; i++) {
                    compared.first.add(record);
                    counted.addTo(vectors[i], 1);
                }
                compared.second.add(partners.buffer, 0, partners.elementsCount);
                compared.vectors.add(vectors, 0, partners.elementsCount);
            }
            return compared;
        }

        private void compare(int record, int count) {
            if (vectors.length < count) {
                vectors = new long[count * 2];
            }
            comparer.compare(record, partners.buffer, count, vectors);
        }
    }
}
