package io.mergewell.plan;

import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A frozen proposal. What it says is what apply does; nothing is read back from a review but decisions.
 *
 * @param id {@code p} and the first characters of the digest
 * @param digest SHA-256 over the canonical rows, as 64 hexadecimal digits
 * @param job name of the job it belongs to
 * @param persons size of the base the plan was made on
 * @param groups in the order of the report: the surest and most valuable first
 * @param notes sentences for the summary, such as a guard rail that was hit
 */
public record Plan(String id, String digest, String job, long persons, List<PlannedGroup> groups, List<String> notes) {

    private static final int ID_LENGTH = 16;

    public Plan {
        groups = List.copyOf(groups);
        notes = List.copyOf(notes);
        Set<PersonId> seen = new HashSet<>();
        for (PlannedGroup group : groups) {
            for (Person member : group.members()) {
                if (!seen.add(member.id())) {
                    throw new IllegalArgumentException("Person " + member.id() + " is in two groups of a plan.");
                }
            }
        }
    }

    /** A plan with its digest, its groups in the order of the report. */
    public static Plan frozen(String job, long persons, List<PlannedGroup> groups, List<String> notes) {
        String digest = PlanDigest.of(job, groups);
        return new Plan("p" + digest.substring(0, ID_LENGTH), digest, job, persons, PlanOrder.sorted(groups), notes);
    }

    /** How many rows propose this. */
    public long count(ActionKind kind) {
        return groups.stream()
                .flatMap(group -> group.actions().stream())
                .filter(action -> action.kind() == kind)
                .count();
    }

    /** How many rows are in this band. */
    public long count(Band band) {
        return groups.stream()
                .flatMap(group -> group.actions().stream())
                .filter(action -> action.band() == band)
                .count();
    }

    @Override
    public String toString() {
        return "Plan[" + id + ", " + job + ", " + groups.size() + " groups]";
    }
}
