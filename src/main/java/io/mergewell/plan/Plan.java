package io.mergewell.plan;

import java.util.List;

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

    public Plan {
        groups = List.copyOf(groups);
        notes = List.copyOf(notes);
    }
}
