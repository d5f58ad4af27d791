package io.mergewell.match.pairs;

import com.carrotsearch.hppc.IntArrayList;
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
     * The pairs of some records.
     *
     * @param records the first ones of the pairs
     * @param partners how many of the pairs are each record's
     * @param second the larger record of each pair
     * @param place of the pair's vector in the level counts
     */
    public record Chunk(int[] records, int[] partners, int[] second, int[] place) {

        public int size() {
            return second.length;
        }

        /** Hands over all pairs in their order. */
        public void forEach(Sink sink) {
            int next = 0;
            for (int i = 0; i < records.length; i++) {
                for (int end = next + partners[i]; next < end; next++) {
                    sink.accept(records[i], second[next], place[next]);
                }
            }
        }
    }

    /** Takes a pair, the smaller record first, and the place of its vector in the level counts. */
    @FunctionalInterface
    public interface Sink {
        void accept(int first, int second, int place);
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

    /**
     * What came out of some records.
     *
     * @param partners how many of the pairs are each record's
     */
    private record Compared(int[] records, int[] partners, int[] second, long[] vectors) {

        Chunk placed(LevelCounts levels) {
            int[] places = new int[vectors.length];
            for (int i = 0; i < places.length; i++) {
                places[i] = levels.place(vectors[i]);
            }
            return new Chunk(records, partners, second, places);
        }
    }

    /** What one thread needs, and its counts. */
    private static final class Worker {

        private final CandidatePairs.Enumerator candidates;
        private final PairComparer comparer;
        private final LongLongHashMap counted;
        private final IntArrayList second = new IntArrayList();
        private long[] vectors = new long[1 << 10];

        Worker(CandidatePairs.Enumerator candidates, PairComparer comparer, LongLongHashMap counted) {
            this.candidates = candidates;
            this.comparer = comparer;
            this.counted = counted;
        }

        Compared compare(int[] records) {
            second.clear();
            int[] partners = new int[records.length];
            for (int i = 0; i < records.length; i++) {
                int from = second.elementsCount;
                candidates.pairsOf(records[i], (a, b) -> second.add(b));
                partners[i] = second.elementsCount - from;
                if (vectors.length < second.elementsCount) {
                    vectors = Arrays.copyOf(vectors, second.elementsCount * 2);
                }
                comparer.compare(records[i], second.buffer, from, second.elementsCount, vectors);
            }
            for (int i = 0; i < second.elementsCount; i++) {
                counted.addTo(vectors[i], 1);
            }
            return new Compared(records, partners, second.toArray(), Arrays.copyOf(vectors, second.elementsCount));
        }
    }
}
