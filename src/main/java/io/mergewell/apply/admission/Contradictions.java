package io.mergewell.apply.admission;

import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import io.mergewell.plan.Decision;
import io.mergewell.plan.PlannedGroup;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whether what was approved would make one of two whom people called two human beings.
 *
 * <p>An approved row says that its duplicate and the group's planned survivor are one, and so are all who are one with
 * them. If two of these are kept apart, now or by an earlier decision, one of the decisions is wrong, and nobody but a
 * person can say which. A merge cannot be taken back and a row that waits can, so nothing of such a group is applied,
 * and NOT_DUPLICATE holds until somebody takes it back in so many words: an APPROVE alone never does.
 */
public final class Contradictions {

    private Contradictions() {}

    /**
     * Sentences, one for each pair, ascending; empty if nothing stands against the group.
     *
     * @param keptApart by earlier decisions, and by other rows of the same review; pairs of other groups do not matter
     */
    public static List<String> in(AdmittedGroup group, Set<PersonPair> keptApart) {
        NavigableSet<PersonId> one = saidToBeOne(group);
        return one.stream()
                .flatMap(first -> one.tailSet(first, false).stream().map(second -> new PersonPair(first, second)))
                .filter(keptApart::contains)
                .map(pair -> sentence(group.planned(), pair))
                .toList();
    }

    /** The pairs of a group that this review itself calls two human beings. */
    static Stream<PersonPair> notDuplicates(AdmittedGroup group) {
        PersonId survivor = group.planned().survivor();
        if (survivor == null) {
            return Stream.empty();
        }
        return group.decisions().stream()
                .filter(decided -> decided.decision() == Decision.NOT_DUPLICATE)
                .map(decided -> PersonPair.of(survivor, decided.row().duplicate()));
    }

    private static NavigableSet<PersonId> saidToBeOne(AdmittedGroup group) {
        NavigableSet<PersonId> one = new TreeSet<>();
        group.saidToBeOne().forEach(row -> one.add(row.duplicate()));
        PersonId planned = group.planned().survivor();
        if (!one.isEmpty() && planned != null) {
            one.add(planned);
            one.add(group.overrideSurvivor() == null ? planned : group.overrideSurvivor());
        }
        return one;
    }

    private static String sentence(PlannedGroup group, PersonPair pair) {
        return "Group " + group.id() + " was left as it is: by the rows approved, persons " + pair.first() + " and "
                + pair.second() + " are one, and a decision NOT_DUPLICATE says they are two. Take one of the two back.";
    }
}
