package io.mergewell.apply.admission;

import io.mergewell.plan.Plan;
import java.nio.file.Path;
import java.util.List;

/**
 * A review that fits its plan.
 *
 * @param file where it lay
 * @param sha256 of its bytes, as 64 hexadecimal digits
 * @param plan the frozen plan it decides on
 * @param groups those on which anything was decided, in the order of the plan
 */
public record AdmittedReview(Path file, String sha256, Plan plan, List<AdmittedGroup> groups) {

    public AdmittedReview {
        groups = List.copyOf(groups);
    }

    /** Sentences on what is not applied because decisions contradict each other. */
    public List<String> contradictions() {
        return groups.stream().flatMap(group -> group.contradictions().stream()).toList();
    }
}
