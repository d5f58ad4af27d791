package io.mergewell.cluster;

import com.carrotsearch.hppc.LongArrayList;
import io.mergewell.match.ScoredPair;
import io.mergewell.match.corpus.Corpus;
import io.mergewell.match.model.ScoredPairs;
import io.mergewell.person.PersonId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The clusters of two records and more, with what was scored within them. */
final class Groups {

    private final Corpus corpus;

    /** The records of groups, each as the lowest record of its group above itself; ascending. */
    private final long[] members;

    /** The scored pairs within groups, each as its first record above its second. */
    private final long[] pairs;

    private final int[] clusters;

    /** @param clusters by record: the lowest record of its cluster */
    Groups(Corpus corpus, ScoredPairs scored, int[] clusters) {
        this.corpus = corpus;
        this.clusters = clusters;
        int[] sizes = new int[clusters.length];
        Arrays.stream(clusters).forEach(lowest -> sizes[lowest]++);
        members = IntStream.range(0, clusters.length)
                .filter(record -> sizes[clusters[record]] > 1)
                .mapToLong(record -> word(clusters[record], record))
                .sorted()
                .toArray();
        LongArrayList within = new LongArrayList();
        scored.forEach((a, b, bits) -> {
            if (clusters[a] == clusters[b]) {
                within.add(word(a, b));
            }
        });
        pairs = within.toArray();
    }

    /**
     * All groups, ascending by their lowest record, made in parallel.
     *
     * @param readers makes one for each thread
     */
    List<Group> all(Supplier<PairReader> readers) {
        long[] byGroup = LongStream.range(0, pairs.length)
                .map(i -> word(clusters[above(pairs[(int) i])], (int) i))
                .sorted()
                .toArray();
        int[] starts = IntStream.rangeClosed(0, members.length)
                .filter(i -> i == 0 || i == members.length || above(members[i]) != above(members[i - 1]))
                .toArray();
        ThreadLocal<PairReader> reader = ThreadLocal.withInitial(readers);
        return IntStream.range(0, starts.length - 1)
                .parallel()
                .mapToObj(i -> group(starts[i], starts[i + 1], byGroup, reader.get()))
                .toList();
    }

    private Group group(int from, int to, long[] byGroup, PairReader reader) {
        int lowest = above(members[from]);
        List<PersonId> ids = Arrays.stream(members, from, to)
                .mapToObj(member -> corpus.id(below(member)))
                .toList();
        List<ScoredPair> scored = Arrays.stream(byGroup, first(byGroup, lowest), first(byGroup, lowest + 1))
                .map(link -> pairs[below(link)])
                .sorted()
                .mapToObj(pair -> reader.scoredPair(above(pair), below(pair)))
                .toList();
        return new Group(ids, scored);
    }

    /** Where the pairs of a group begin, or would. */
    private static int first(long[] byGroup, int lowest) {
        int found = Arrays.binarySearch(byGroup, word(lowest, 0));
        return found < 0 ? -found - 1 : found;
    }

    private static long word(int above, int below) {
        return ((long) above << Integer.SIZE) | below;
    }

    private static int above(long word) {
        return (int) (word >>> Integer.SIZE);
    }

    private static int below(long word) {
        return (int) word;
    }
}
