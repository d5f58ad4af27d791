package io.mergewell.apply.admission;

import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ComparedValues;
import io.mergewell.plan.Decision;
import io.mergewell.plan.PairDecision;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlannedGroup;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A review that fits its plan.
 *
 * @param file where it lay
 * @param sha256 of its bytes, as 64 hexadecimal digits
 * @param plan the frozen plan it decides on
 * @param groups those on which anything was decided, in the order of the plan
 * @param leftOut sentences on decisions that nothing can become of
 */
public record AdmittedReview(Path file, String sha256, Plan plan, List<AdmittedGroup> groups, List<String> leftOut) {

    public AdmittedReview {
        groups = List.copyOf(groups);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * What is to be remembered: every decision but the approvals of groups that are contradicted.
     *
     * @param compared tells what the reviewer judged by
     */
    public List<PairDecision> remembered(ComparedValues compared, Instant now) {
        return groups.stream()
                .flatMap(group -> group.decisions().stream()
                        .filter(decided -> decided.decision() != Decision.APPROVE
                                || group.contradictions().isEmpty())
                        .map(decided -> remembered(group.planned(), decided, compared, now)))
                .toList();
    }

    private PairDecision remembered(PlannedGroup group, RowDecision decided, ComparedValues compared, Instant now) {
        @Nullable PersonId survivor = group.survivor();
        Person duplicate = group.member(decided.row().duplicate());
        return new PairDecision(
                survivor,
                duplicate.id(),
                decided.decision(),
                decided.reviewer(),
                decided.note(),
                now,
                plan.id(),
                decided.row().rowKey(),
                survivor == null ? compared.digest(duplicate) : compared.digest(group.member(survivor), duplicate));
    }

    /** Sentences on what is not applied: because decisions contradict each other, or somebody was erased. */
    public List<String> contradictions() {
        return Stream.concat(leftOut.stream(), groups.stream().flatMap(group -> group.contradictions().stream()))
                .toList();
    }
}
