package io.mergewell.cluster;

import io.mergewell.match.Thresholds;
import io.mergewell.match.TrainedModel;
import java.util.List;
import java.util.SortedMap;

/**
 * What matching found in a whole mirror.
 *
 * @param groups in ascending order of their lowest member
 * @param pairsCompared candidate pairs that were scored
 * @param pairsAboveReview those at or above the review threshold
 * @param model what was learned, with the thresholds used, chosen by the engine or by the job file
 * @param notes sentences for the summary: blocks that were skipped, columns without weight
 * @param details sentences for those who look closer: each family of blocks that were skipped
 * @param seconds duration of the stages {@code normalise, block, train, score, cluster}
 */
public record Resolution(
        List<Group> groups,
        long pairsCompared,
        long pairsAboveReview,
        TrainedModel model,
        List<String> notes,
        List<String> details,
        SortedMap<String, Double> seconds) {

    public Resolution {
        groups = List.copyOf(groups);
        notes = List.copyOf(notes);
        details = List.copyOf(details);
    }

    /** From which match probability pairs were proposed, and from which a group may be AUTO. */
    public Thresholds thresholds() {
        return model.thresholds();
    }
}
