package io.mergewell.cli.evaluate.detail;

import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.cursors.IntCursor;
import io.mergewell.cli.evaluate.RecordTruth;
import io.mergewell.cluster.Matching;
import io.mergewell.match.blocking.CandidatePairs;
import io.mergewell.match.blocking.CandidatePairs.SkippedBlocks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts the pairs of each family of blocking keys, and which true pairs only one family finds. */
final class FamilyTally {

    private static final int SEVERAL = -1;

    private final RecordTruth truth;
    private final List<FamilyUse> families = new ArrayList<>();

    /** By true pair: the one family that gives it, or that several do. */
    private final LongIntHashMap finders = new LongIntHashMap();

    private FamilyTally(RecordTruth truth) {
        this.truth = truth;
    }

    /** Those that find what no other does first. */
    static List<FamilyUse> of(Matching matching, RecordTruth truth) {
        FamilyTally tally = new FamilyTally(truth);
        matching.forEachFamily(tally::add);
        return tally.withFinds().stream()
                .sorted(Comparator.comparingLong(FamilyUse::onlyHere)
                        .thenComparingLong(FamilyUse::truePairs)
                        .reversed())
                .toList();
    }

    private void add(String name, CandidatePairs candidates) {
        int family = families.size();
        long[] counts = new long[2];
        CandidatePairs.Enumerator enumerator = candidates.enumerator();
        for (int record = 0; record < truth.records(); record++) {
            enumerator.pairsOf(record, (a, b) -> {
                counts[0]++;
                if (truth.isOnePerson(a, b)) {
                    counts[1]++;
                    found(a, b, family);
                }
            });
        }
        long skipped =
                candidates.skipped().stream().mapToLong(SkippedBlocks::blocks).sum();
        families.add(new FamilyUse(name, counts[0], counts[1], 0, skipped));
    }

    private void found(int a, int b, int family) {
        long pair = (long) a << Integer.SIZE | b;
        finders.put(pair, finders.containsKey(pair) ? SEVERAL : family);
    }

    private List<FamilyUse> withFinds() {
        long[] only = new long[families.size()];
        for (IntCursor finder : finders.values()) {
            if (finder.value != SEVERAL) {
                only[finder.value]++;
            }
        }
        List<FamilyUse> counted = new ArrayList<>();
        for (int family = 0; family < only.length; family++) {
            FamilyUse use = families.get(family);
            counted.add(new FamilyUse(use.name(), use.pairs(), use.truePairs(), only[family], use.blocksSkipped()));
        }
        return counted;
    }
}
