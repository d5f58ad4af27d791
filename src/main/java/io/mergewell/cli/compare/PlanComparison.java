package io.mergewell.cli.compare;

import io.mergewell.plan.Band;
import io.mergewell.review.PairChange;
import io.mergewell.review.PairChange.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Two plans side by side. A pair is every two of a group, since they would be one record, whoever survives.
 *
 * @param changes pairs of which the two say different things: gained ones first, then lost ones, then those that moved,
 *     each the surest first
 */
public record PlanComparison(PlanSketch before, PlanSketch after, List<PairChange> changes) {

    private static final Comparator<PairChange> IN_ORDER = Comparator.comparing(
                    (PairChange change) -> change.kinds().get(0))
            .thenComparing(Comparator.comparingDouble(PlanComparison::surest).reversed())
            .thenComparing(change -> change.first().id())
            .thenComparing(change -> change.second().id());

    public PlanComparison {
        changes = List.copyOf(changes);
    }

    /** Compares two plans over the same persons. */
    public static PlanComparison of(PlanSketch before, PlanSketch after) {
        return new PlanComparison(
                before,
                after,
                new PairWalk(before, after).changes().stream().sorted(IN_ORDER).toList());
    }

    /** How many pairs changed in this way, maybe in others too. */
    public long count(Kind kind) {
        return changes.stream().filter(change -> change.kinds().contains(kind)).count();
    }

    /** How many pairs both plans have, in another band of the second. */
    public long movedTo(Band band) {
        return changes.stream()
                .filter(change -> change.kinds().contains(Kind.BAND))
                .filter(change -> change.after() != null && change.after().band() == band)
                .count();
    }

    private static double surest(PairChange change) {
        return Math.max(
                Objects.requireNonNullElse(change.scoreBefore(), 0.0),
                Objects.requireNonNullElse(change.scoreAfter(), 0.0));
    }
}
