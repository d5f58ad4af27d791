package io.mergewell.cli.evaluate;

import io.mergewell.person.PersonId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Which human being each record is of, as a label says: equal labels are one human being. A record without a label takes
 * no part: nobody knows who it is, so no pair with it can be right or wrong.
 */
public final class Truth {

    private final Map<PersonId, Integer> humanOf = new HashMap<>();
    private final Map<String, Integer> humanByLabel = new HashMap<>();

    /** Takes in what the label of a record says. */
    public void add(PersonId record, String label) {
        humanOf.put(record, humanByLabel.computeIfAbsent(label, unseen -> humanByLabel.size()));
    }

    /** How many pairs of records are one person. */
    public long pairs() {
        return pairsWithin(humanOf.keySet());
    }

    /**
     * The truth about records that are known by their numbers.
     *
     * @param ids the id of each record
     */
    public RecordTruth of(int records, IntFunction<PersonId> ids) {
        return new RecordTruth(IntStream.range(0, records)
                .map(record -> humanOf.getOrDefault(ids.apply(record), RecordTruth.UNKNOWN))
                .toArray());
    }

    /**
     * What it means that every two records of a group are called one person. Counted, not enumerated, so that one huge
     * group costs no more than its members.
     *
     * @param groups their members; no record may be in two
     */
    public PairCounts judge(Collection<List<PersonId>> groups) {
        long claimed = 0;
        long right = 0;
        for (List<PersonId> members : groups) {
            claimed += pairsOf(members.stream().filter(humanOf::containsKey).count());
            right += pairsWithin(members);
        }
        return new PairCounts(claimed, right, pairs());
    }

    private long pairsWithin(Collection<PersonId> records) {
        Map<Integer, Long> sizes = new HashMap<>();
        records.stream().map(humanOf::get).filter(Objects::nonNull).forEach(human -> sizes.merge(human, 1L, Long::sum));
        return sizes.values().stream().mapToLong(Truth::pairsOf).sum();
    }

    private static long pairsOf(long records) {
        return records * (records - 1) / 2;
    }
}
