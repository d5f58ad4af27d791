package io.mergewell.plan;

import io.mergewell.match.Evidence;
import io.mergewell.person.PersonId;
import java.util.List;

/**
 * One row of a plan: what is proposed for one duplicate. Its survivor is its group's.
 *
 * @param rowKey {@code r} and a hash, the same for the same proposal on the same input
 * @param score calibrated probability of this pair, or of the group's weakest link if the two were not compared; 0 for
 *     an empty shell
 * @param evidence why the two are one person; of the link to the nearest other member if the two were not compared
 * @param cautions sentences on what to look at first
 * @param conflicts fields in which the duplicate and the golden record hold different values, as sentences
 * @param valuesGained values the golden record has from this duplicate, as {@code field: value}
 * @param valuesLost values of the duplicate that the golden record will not hold, as {@code field: value}
 */
public record PlannedAction(
        String rowKey,
        ActionKind kind,
        Band band,
        double score,
        PersonId duplicate,
        List<Evidence> evidence,
        List<String> cautions,
        List<String> conflicts,
        List<String> valuesGained,
        List<String> valuesLost) {

    public PlannedAction {
        evidence = List.copyOf(evidence);
        cautions = List.copyOf(cautions);
        conflicts = List.copyOf(conflicts);
        valuesGained = List.copyOf(valuesGained);
        valuesLost = List.copyOf(valuesLost);
    }

    /** The same row in a band. */
    PlannedAction in(Band newBand) {
        return new PlannedAction(
                rowKey, kind, newBand, score, duplicate, evidence, cautions, conflicts, valuesGained, valuesLost);
    }

    @Override
    public String toString() {
        return "PlannedAction[" + rowKey + ", " + kind + ", " + band + "]";
    }
}
