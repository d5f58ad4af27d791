package io.mergewell.match.blocking;

import io.mergewell.match.Part;
import io.mergewell.match.corpus.Corpus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which pairs of records are compared: those that share a block of any family, each pair once. Safe for use by several
 * threads.
 */
public final class CandidatePairs {

    private final int records;
    private final int[] blockStarts;
    private final int[] members;
    private final int[] recordStarts;
    private final int[] blocksOfRecords;
    private final List<SkippedBlocks> skipped;

    private CandidatePairs(int records, List<FamilyBlocks> families) {
        this.records = records;
        int blocks =
                families.stream().mapToInt(family -> family.starts().length - 1).sum();
        members = new int
                [Math.toIntExact(families.stream()
                        .mapToLong(family -> family.members().length)
                        .sum())];
        blockStarts = new int[blocks + 1];
        recordStarts = new int[records + 1];
        blocksOfRecords = new int[members.length];
        skipped = families.stream()
                .filter(family -> family.blocksSkipped() > 0)
                .collect(Collectors.groupingBy(FamilyBlocks::name, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(SkippedBlocks::of)
                .toList();
        joinFamilies(families);
        indexRecords();
    }

    /**
     * Blocks that were too large to be compared.
     *
     * @param family name of their keys
     * @param cap largest block that was used
     */
    public record SkippedBlocks(String family, int cap, long blocks, long records) {

        private static SkippedBlocks of(List<FamilyBlocks> parts) {
            return new SkippedBlocks(
                    parts.get(0).name(),
                    parts.stream().mapToInt(FamilyBlocks::cap).max().orElse(0),
                    parts.stream().mapToLong(FamilyBlocks::blocksSkipped).sum(),
                    parts.stream().mapToLong(FamilyBlocks::recordsSkipped).sum());
        }
    }

    /**
     * Finds the blocks of every family, families in parallel.
     *
     * @param without parts of blocking that are left out
     */
    public static CandidatePairs of(Corpus corpus, Set<Part> without) {
        return of(new KeyFamilies(corpus, without).all(), corpus);
    }

    private static CandidatePairs of(List<KeyFamily> families, Corpus corpus) {
        Queue<Entries> idle = new ConcurrentLinkedQueue<>();
        List<FamilyBlocks> blocks = families.parallelStream()
                .map(family -> {
                    Entries entries = Objects.requireNonNullElseGet(idle.poll(), () -> new Entries(corpus.size()));
                    FamilyBlocks found = FamilyBlocks.of(family, corpus.size(), entries);
                    idle.add(entries);
                    return found;
                })
                .toList();
        return new CandidatePairs(corpus.size(), blocks);
    }

    /** The pairs that each family gives by itself, in a fixed order; what has one name is one family. */
    public static void forEachFamily(Corpus corpus, BiConsumer<String, CandidatePairs> use) {
        new KeyFamilies(corpus, Set.of())
                .all().stream()
                        .collect(Collectors.groupingBy(KeyFamily::name, LinkedHashMap::new, Collectors.toList()))
                        .forEach((name, families) -> use.accept(name, of(families, corpus)));
    }

    /** Families of which blocks were skipped. */
    public List<SkippedBlocks> skipped() {
        return skipped;
    }

    /** An enumerator for one thread. */
    public Enumerator enumerator() {
        return new Enumerator();
    }

    private void joinFamilies(List<FamilyBlocks> families) {
        int block = 0;
        int member = 0;
        for (FamilyBlocks family : families) {
            System.arraycopy(family.members(), 0, members, member, family.members().length);
            for (int i = 1; i < family.starts().length; i++) {
                blockStarts[++block] = member + family.starts()[i];
            }
            member += family.members().length;
        }
    }

    private void indexRecords() {
        for (int member : members) {
            recordStarts[member + 1]++;
        }
        IntStream.range(0, records).forEach(record -> recordStarts[record + 1] += recordStarts[record]);
        int[] next = recordStarts.clone();
        for (int block = 0; block + 1 < blockStarts.length; block++) {
            for (int i = blockStarts[block]; i < blockStarts[block + 1]; i++) {
                blocksOfRecords[next[members[i]]++] = block;
            }
        }
    }

    /** Takes a pair; the first record is the smaller number. */
    @FunctionalInterface
    public interface PairSink {
        void accept(int a, int b);
    }

    /** Hands over the pairs of records. Not safe for use by several threads. */
    public final class Enumerator {

        private final int[] seenWith = new int[records];

        private Enumerator() {}

        /** Every pair of a record with a larger one, each once. */
        public void pairsOf(int record, PairSink sink) {
            for (int i = recordStarts[record]; i < recordStarts[record + 1]; i++) {
                int block = blocksOfRecords[i];
                for (int j = blockStarts[block + 1] - 1; members[j] > record; j--) {
                    int partner = members[j];
                    if (seenWith[partner] != record + 1) {
                        seenWith[partner] = record + 1;
                        sink.accept(record, partner);
                    }
                }
            }
        }
    }
}
