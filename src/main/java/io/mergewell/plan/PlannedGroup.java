package io.mergewell.plan;

import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One human being in a plan: who survives, what the merged record will hold, and a row per duplicate.
 *
 * @param id {@code g} and a hash of the members, the same in every plan that holds the same members
 * @param members as they were read last, the survivor first, then by id
 * @param fingerprints what each member's values were when the plan was made, by member
 * @param survivor null only for an empty shell, which has none
 * @param survivorReason which rule chose the survivor, as words
 * @param golden what the survivor will hold after all rows; null only for an empty shell
 * @param minScore score of the weakest scored link, 0 to 1; 0 for an empty shell
 * @param actions one per member other than the survivor, ascending by duplicate; never empty
 * @param doubts why it is not AUTO; none if it is, or if an earlier version planned it, which did not say
 */
public record PlannedGroup(
        String id,
        List<Person> members,
        SortedMap<PersonId, String> fingerprints,
        @Nullable PersonId survivor,
        String survivorReason,
        @Nullable Person golden,
        double minScore,
        List<PlannedAction> actions,
        List<Doubt> doubts) {

    public PlannedGroup {
        members = List.copyOf(members);
        fingerprints = Collections.unmodifiableSortedMap(new TreeMap<>(fingerprints));
        actions = List.copyOf(actions);
        doubts = List.copyOf(doubts);
        Star.check(members, fingerprints, survivor, golden, actions);
    }

    /** A group of which nothing is said about its band. */
    public PlannedGroup(
            String id,
            List<Person> members,
            SortedMap<PersonId, String> fingerprints,
            @Nullable PersonId survivor,
            String survivorReason,
            @Nullable Person golden,
            double minScore,
            List<PlannedAction> actions) {
        this(id, members, fingerprints, survivor, survivorReason, golden, minScore, actions, List.of());
    }

    /** AUTO if every row is. */
    public Band band() {
        return actions.stream().allMatch(action -> action.band() == Band.AUTO) ? Band.AUTO : Band.REVIEW;
    }

    /** The same group with all its rows in a band. */
    public PlannedGroup in(Band band) {
        List<PlannedAction> rows =
                actions.stream().map(action -> action.in(band)).toList();
        return new PlannedGroup(id, members, fingerprints, survivor, survivorReason, golden, minScore, rows, doubts);
    }

    /** The same group in the band that these doubts leave it: AUTO if there are none. */
    public PlannedGroup doubted(List<Doubt> reasons) {
        PlannedGroup banded = in(reasons.isEmpty() ? Band.AUTO : Band.REVIEW);
        return new PlannedGroup(
                id, members, fingerprints, survivor, survivorReason, golden, minScore, banded.actions(), reasons);
    }

    /** Whether this is a single record that holds nothing, rather than several that are one human being. */
    public boolean isEmptyShell() {
        return survivor == null;
    }

    /**
     * One of the members.
     *
     * @throws IllegalArgumentException if the group does not hold it
     */
    public Person member(PersonId id) {
        return members.stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Group " + this.id + " does not hold person " + id));
    }

    @Override
    public String toString() {
        return "PlannedGroup[" + id + ", " + actions.size() + " rows]";
    }
}
