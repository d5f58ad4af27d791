package io.mergewell.cli.evaluate.decided;

import io.mergewell.cli.evaluate.ThresholdSweep;
import io.mergewell.cluster.Explanation;
import io.mergewell.cluster.Matching;
import io.mergewell.match.Evidence;
import io.mergewell.person.PersonId;
import io.mergewell.review.words.Reasons;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a matching says of cases. */
final class Verdicts {

    private static final int MOST_REASONS = 4;
    private static final Comparator<Evidence> STRONGEST_FIRST =
            Comparator.comparingDouble((Evidence one) -> Math.abs(one.bits())).reversed();

    private final ThresholdSweep sweep = new ThresholdSweep();
    private final List<Verdict> all = new ArrayList<>();

    /**
     * Of one case.
     *
     * @param together whether both are in one group
     * @param score match probability, 0 to 1
     * @param why given where people see it otherwise; else empty
     */
    record Verdict(DecidedCase decided, boolean together, double score, String why) {

        boolean isContradicted() {
            return together != decided.isOnePerson();
        }
    }

    /** Asks a matching of the cast. */
    static Verdicts of(Matching matching, Cast cast, List<DecidedCase> cases) {
        Map<PersonId, Integer> numbers = new HashMap<>();
        for (int record = 0; record < matching.records(); record++) {
            PersonId id = matching.id(record);
            if (cast.records().containsKey(id)) {
                numbers.put(id, record);
            }
        }
        Map<Long, DecidedCase> byRecords = new HashMap<>();
        Verdicts verdicts = new Verdicts();
        for (DecidedCase one : cases) {
            int survivor = Objects.requireNonNull(numbers.get(cast.idOf(one.survivor())));
            int duplicate = Objects.requireNonNull(numbers.get(cast.idOf(one.duplicate())));
            byRecords.put(key(Math.min(survivor, duplicate), Math.max(survivor, duplicate)), one);
            verdicts.all.add(verdict(matching, cast, one, matching.together(survivor, duplicate)));
        }
        matching.forEachPair((a, b, probability, levels) -> {
            @Nullable DecidedCase one = byRecords.get(key(a, b));
            if (one != null) {
                verdicts.sweep.add(probability, one.isOnePerson());
            }
        });
        return verdicts;
    }

    /** What thresholds make of those that were compared. */
    ThresholdSweep sweep() {
        return sweep;
    }

    /** In the order of the cases. */
    List<Verdict> all() {
        return List.copyOf(all);
    }

    private static Verdict verdict(Matching matching, Cast cast, DecidedCase one, boolean together) {
        if (together == one.isOnePerson()) {
            return new Verdict(one, together, 0, "");
        }
        Explanation explanation = matching.explain(cast.idOf(one.survivor()), cast.idOf(one.duplicate()))
                .orElseThrow();
        return new Verdict(one, together, explanation.probability(), why(explanation));
    }

    private static String why(Explanation explanation) {
        if (explanation.keptApart() != null) {
            return "kept apart: " + explanation.keptApart();
        }
        List<Evidence> strongest = Reasons.told(explanation.evidence()).stream()
                .sorted(STRONGEST_FIRST)
                .limit(MOST_REASONS)
                .toList();
        return explanation.candidates()
                ? Reasons.text(strongest)
                : "no value in common that would have them compared; " + Reasons.text(strongest);
    }

    private static long key(int a, int b) {
        return ((long) a << Integer.SIZE) | b;
    }
}
