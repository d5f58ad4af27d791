package io.mergewell.match.blocking;

/**
 * The blocks of one family: records that share a key. Blocks are used from the smallest up as long as all their pairs
 * together stay within the family's budget, so the cap on block size adapts to the data. Blocks of two are always used:
 * there are fewer of them than records.
 *
 * @param name of the family
 * @param members the records of the blocks used, block by block, ascending within each
 * @param starts where each block begins in {@code members}; one more entry than blocks
 * @param cap largest block used
 * @param blocksSkipped blocks that were larger
 * @param recordsSkipped records in those
 */
record FamilyBlocks(String name, int[] members, int[] starts, int cap, long blocksSkipped, long recordsSkipped) {

    /** Small files can afford more than their share. */
    private static final long SMALLEST_BUDGET = 200_000;

    /**
     * The blocks of a family over all records.
     *
     * @param entries room for its keys
     */
    static FamilyBlocks of(KeyFamily family, int records, Entries entries) {
        entries.fill(family.keys(), records);
        long budget = Math.max(SMALLEST_BUDGET, (long) (family.pairsPerRecord() * records));
        return new Collector(family.name(), entries).blocks(budget);
    }

    private record Collector(String name, Entries entries) {

        FamilyBlocks blocks(long budget) {
            int largest = largestBlock();
            int cap = cap(sizes(largest), budget);
            int[] totals = new int[2];
            long[] skipped = new long[2];
            eachBlock((from, to) -> {
                if (to - from <= cap) {
                    totals[0]++;
                    totals[1] += to - from;
                } else {
                    skipped[0]++;
                    skipped[1] += to - from;
                }
            });
            int[] starts = new int[totals[0] + 1];
            int[] members = new int[totals[1]];
            int[] filled = new int[2];
            eachBlock((from, to) -> {
                if (to - from <= cap) {
                    for (int i = from; i < to; i++) {
                        members[filled[1]++] = entries.record(i);
                    }
                    starts[++filled[0]] = filled[1];
                }
            });
            return new FamilyBlocks(name, members, starts, cap, skipped[0], skipped[1]);
        }

        private int largestBlock() {
            int[] largest = {2};
            eachBlock((from, to) -> largest[0] = Math.max(largest[0], to - from));
            return largest[0];
        }

        private long[] sizes(int largest) {
            long[] blocksOfSize = new long[largest + 1];
            eachBlock((from, to) -> blocksOfSize[to - from]++);
            return blocksOfSize;
        }

        private static int cap(long[] blocksOfSize, long budget) {
            long pairs = 0;
            for (int size = 2; size < blocksOfSize.length; size++) {
                pairs += blocksOfSize[size] * size * (size - 1) / 2;
                if (pairs > budget) {
                    return Math.max(2, size - 1);
                }
            }
            return blocksOfSize.length - 1;
        }

        /** Blocks of two records or more. */
        private void eachBlock(Range use) {
            int from = 0;
            for (int i = 1; i <= entries.size(); i++) {
                if (i == entries.size() || entries.key(i) != entries.key(from)) {
                    if (i - from > 1) {
                        use.accept(from, i);
                    }
                    from = i;
                }
            }
        }
    }

    private interface Range {
        void accept(int from, int to);
    }
}
