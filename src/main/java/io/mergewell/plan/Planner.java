package io.mergewell.plan;

import io.mergewell.match.Thresholds;
import io.mergewell.person.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the plan: groups become rows that a person can decide on. The same input, in any order, makes the same plan. */
public final class Planner {

    /**
     * @param capabilities of the system the persons are in
     * @param thresholds those that matching used
     * @param phoneRegion ISO 3166 code of the region of numbers without a country code; null where none is assumed
     */
    public Planner(
            PlanSettings settings, Capabilities capabilities, Thresholds thresholds, @Nullable String phoneRegion) {}

    /**
     * Plans everything.
     *
     * @param job name of the job
     * @param persons size of the base: all persons that were matched
     * @param groups in any order
     * @param shells candidates for empty shells, in any order: those that are none, or are in a group, are left out
     * @throws IllegalArgumentException if a person is in two groups
     */
    public Plan plan(String job, long persons, List<MatchedGroup> groups, List<Person> shells) {
        return new Plan("p0", "0", job, persons, List.of(), List.of());
    }

    /** Whether a record holds nothing: no name beyond a placeholder, no e-mail, no phone, nothing linked, no field. */
    public static boolean isEmptyShell(Person person) {
        return false;
    }
}
