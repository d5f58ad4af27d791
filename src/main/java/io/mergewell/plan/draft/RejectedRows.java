package io.mergewell.plan.draft;

import io.mergewell.person.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Rows that people rejected, and whose evidence is still what they rejected.
 *
 * <p>The duplicate of such a row leaves the group as long as the survivor it was proposed for is in it, whoever survives
 * tonight; the others stay together if they still hang together. Two who have left are proposed as a group of their own
 * if matching links them: that they are not a third person says nothing of each other.
 *
 * @param survivors by duplicate: those it was rejected for
 */
public record RejectedRows(Map<PersonId, Set<PersonId>> survivors) {

    public static final RejectedRows NONE = new RejectedRows(Map.of());

    public RejectedRows {
        survivors = Map.copyOf(survivors);
    }

    /** Collects rows, whichever persons they are about. */
    public static final class Builder {

        private final Map<PersonId, Set<PersonId>> survivors = new TreeMap<>();

        /** Adds a row. */
        public void add(PersonId survivor, PersonId duplicate) {
            survivors.computeIfAbsent(duplicate, unused -> new TreeSet<>()).add(survivor);
        }

        public RejectedRows build() {
            return new RejectedRows(survivors);
        }
    }

    /**
     * Members of one group in as few sets as it takes for no set to hold both persons of a rejected row: who stays, who
     * left, who left from among those, and so on. At least one, each ascending and not empty.
     */
    List<Set<PersonId>> layers(Set<PersonId> members) {
        List<Set<PersonId>> layers = new ArrayList<>();
        Set<PersonId> rest = new TreeSet<>(members);
        while (!rest.isEmpty()) {
            Set<PersonId> staying = staying(rest);
            layers.add(staying);
            rest.removeAll(staying);
        }
        return layers.isEmpty() ? List.of(Set.of()) : layers;
    }

    private Set<PersonId> staying(Set<PersonId> members) {
        Set<PersonId> staying = new TreeSet<>();
        for (PersonId member : members) {
            if (rejectedFor(member).stream().noneMatch(members::contains)) {
                staying.add(member);
            }
        }
        // Rejections in a ring leave nobody: then the first stays and the ring is open.
        return staying.isEmpty() ? new TreeSet<>(Set.of(members.iterator().next())) : staying;
    }

    private Set<PersonId> rejectedFor(PersonId duplicate) {
        @Nullable Set<PersonId> found = survivors.get(duplicate);
        return Objects.requireNonNullElse(found, Set.of());
    }
}
