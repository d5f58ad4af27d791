package io.mergewell.cli.evaluate.detail;

import io.mergewell.cli.evaluate.RecordTruth;
import io.mergewell.cli.evaluate.detail.ComparisonUse.LevelUse;
import io.mergewell.cli.evaluate.detail.ComparisonUse.Seen;
import io.mergewell.cli.evaluate.detail.ComparisonUse.Weight;
import io.mergewell.cluster.Matching;
import io.mergewell.match.TrainedModel;
import io.mergewell.match.comparison.LevelVector;
import io.mergewell.match.comparison.PairComparer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts on which level pairs are. What the labels say of a weight is counted from all true pairs, those included that
 * no key brought together, and from pairs drawn among all records: candidate pairs agree in what their key is made of,
 * so that shares among them would say little of people.
 */
final class LevelTally {

    private static final long MOST_TRUE_PAIRS = 5_000_000;
    private static final int RANDOM_PAIRS = 5_000_000;
    private static final long SEED = 0x6C6576656CL;

    /** So many pairs have to be on a level, or would be if it said nothing, for its share to be known. */
    private static final double FEWEST = 5;

    private static final double UNSEEN = 0.5;

    private final List<TrainedModel.Field> fields;
    private final Counts candidates;
    private final Counts trueCandidates;
    private final Counts truePairs;
    private final Counts different;

    LevelTally(Matching matching, RecordTruth truth) {
        fields = matching.model().fields();
        candidates = new Counts(fields.size());
        trueCandidates = new Counts(fields.size());
        truePairs = new Counts(fields.size());
        different = new Counts(fields.size());
        matching.forEachPair((a, b, probability, levels) -> {
            if (truth.knows(a, b)) {
                candidates.add(levels);
            }
            if (truth.isOnePerson(a, b)) {
                trueCandidates.add(levels);
            }
        });
        PairComparer comparer = matching.comparer();
        truth.forEachPair(MOST_TRUE_PAIRS, (a, b) -> truePairs.add(comparer.compare(a, b)));
        drawDifferent(truth, comparer);
    }

    List<ComparisonUse> comparisons() {
        return IntStream.range(0, fields.size()).mapToObj(this::comparison).toList();
    }

    /** All pairs of a small file, else as many as there is time for. */
    private void drawDifferent(RecordTruth truth, PairComparer comparer) {
        int records = truth.records();
        if ((long) records * (records - 1) / 2 <= RANDOM_PAIRS) {
            for (int a = 0; a < records; a++) {
                for (int b = a + 1; b < records; b++) {
                    addDifferent(a, b, truth, comparer);
                }
            }
            return;
        }
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < RANDOM_PAIRS; i++) {
            int one = random.nextInt(records);
            int drawn = random.nextInt(records - 1);
            int other = drawn < one ? drawn : drawn + 1;
            addDifferent(Math.min(one, other), Math.max(one, other), truth, comparer);
        }
    }

    private void addDifferent(int a, int b, RecordTruth truth, PairComparer comparer) {
        if (truth.knows(a, b) && !truth.isOnePerson(a, b)) {
            different.add(comparer.compare(a, b));
        }
    }

    private ComparisonUse comparison(int slot) {
        TrainedModel.Field field = fields.get(slot);
        List<LevelUse> levels = new ArrayList<>();
        for (int level = 1; level <= field.levels().size(); level++) {
            TrainedModel.Level learned = field.levels().get(level - 1);
            levels.add(new LevelUse(
                    learned.label(),
                    seen(slot, level),
                    new Weight(learned.matches(), learned.different(), learned.bits()),
                    labelled(slot, level, field.levels().size())));
        }
        return new ComparisonUse(field.name(), seen(slot, 0), levels);
    }

    private Seen seen(int slot, int level) {
        return new Seen(candidates.of(slot, level), trueCandidates.of(slot, level));
    }

    private @Nullable Weight labelled(int slot, int level, int levels) {
        double matched = truePairs.of(slot, level);
        double apart = different.of(slot, level);
        double among = truePairs.compared(slot, levels) / (double) different.compared(slot, levels);
        boolean matchesKnown = Math.max(matched, apart * among) >= FEWEST;
        boolean chanceKnown = Math.max(apart, matched / among) >= FEWEST;
        if (!matchesKnown || !chanceKnown) {
            return null;
        }
        double matches = share(truePairs, slot, level, levels);
        double chance = share(different, slot, level, levels);
        return new Weight(matches, chance, Math.log(matches / chance) / Math.log(2));
    }

    private static double share(Counts counts, int slot, int level, int levels) {
        return (counts.of(slot, level) + UNSEEN) / (counts.compared(slot, levels) + UNSEEN * levels);
    }

    /** How many pairs are on each level. */
    private static final class Counts {

        private final long[][] counts;

        Counts(int slots) {
            counts = new long[slots][LevelVector.SLOTS];
        }

        void add(long levels) {
            for (int slot = 0; slot < counts.length; slot++) {
                counts[slot][LevelVector.level(levels, slot)]++;
            }
        }

        long of(int slot, int level) {
            return counts[slot][level];
        }

        /** Pairs of which both sides have something to compare. */
        long compared(int slot, int levels) {
            return IntStream.rangeClosed(1, levels)
                    .mapToLong(level -> counts[slot][level])
                    .sum();
        }
    }
}
