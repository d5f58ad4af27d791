package io.mergewell.cli.evaluate;

import io.mergewell.match.blocking.CandidatePairs.PairSink;
import java.util.Arrays;

/** Which human being each record is of, by the number of the record. */
public final class RecordTruth {

    /** Nobody knows who a record is of. */
    static final int UNKNOWN = -1;

    private final int[] humanOf;

    RecordTruth(int[] humanOf) {
        this.humanOf = humanOf;
    }

    /** How many records there are. */
    public int records() {
        return humanOf.length;
    }

    /** Whether the truth about both is known. */
    public boolean knows(int a, int b) {
        return humanOf[a] != UNKNOWN && humanOf[b] != UNKNOWN;
    }

    /** Whether two records are known to be one person. */
    public boolean isOnePerson(int a, int b) {
        return humanOf[a] != UNKNOWN && humanOf[a] == humanOf[b];
    }

    /**
     * Shows the pairs that are one person, the smaller record first.
     *
     * @param most how many at most: a column that tells no persons apart would have no end of them
     */
    public void forEachPair(long most, PairSink sink) {
        int[] before = previousOfTheSame();
        long shown = 0;
        for (int b = 0; b < before.length && shown < most; b++) {
            for (int a = before[b]; a >= 0 && shown < most; a = before[a]) {
                sink.accept(a, b);
                shown++;
            }
        }
    }

    private int[] previousOfTheSame() {
        int humans = Arrays.stream(humanOf).max().orElse(UNKNOWN) + 1;
        int[] latest = new int[humans];
        Arrays.fill(latest, -1);
        int[] before = new int[humanOf.length];
        for (int record = 0; record < before.length; record++) {
            int human = humanOf[record];
            before[record] = human == UNKNOWN ? -1 : latest[human];
            if (human != UNKNOWN) {
                latest[human] = record;
            }
        }
        return before;
    }
}
