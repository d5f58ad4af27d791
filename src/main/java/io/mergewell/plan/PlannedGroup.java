package io.mergewell.plan;

import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One human being in a plan: who survives, what the merged record will hold, and a row per duplicate.
 *
 * @param id {@code g} and a hash of the members
 * @param members as they were read last, the survivor first, then by id
 * @param survivor null only for an empty shell, which has none
 * @param survivorReason which rule chose the survivor, as words
 * @param golden what the survivor will hold after all rows; null only for an empty shell
 * @param minScore score of the weakest scored link, 0 to 1
 * @param actions one per member other than the survivor, ascending by duplicate
 */
public record PlannedGroup(
        String id,
        List<Person> members,
        @Nullable PersonId survivor,
        String survivorReason,
        @Nullable Person golden,
        double minScore,
        List<PlannedAction> actions) {

    public PlannedGroup {
        members = List.copyOf(members);
        actions = List.copyOf(actions);
    }
}
