package io.mergewell.plan.draft;

import io.mergewell.cluster.Group;
import io.mergewell.match.ScoredPair;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A group as matching found it, with its members as they are now.
 *
 * @param group whom matching believes to be one human being, and why
 * @param present the members that still exist, as they were read last, in any order
 * @param changed those members whose {@link io.mergewell.plan.Fingerprint} is not the one that was matched
 * @param rejected rows that stay away; may name other persons too
 * @param asides what the members' records hold beside them; may name other persons too
 */
public record MatchedGroup(
        Group group, List<Person> present, Set<PersonId> changed, RejectedRows rejected, Asides asides) {

    public MatchedGroup {
        present = List.copyOf(present);
        changed = Set.copyOf(changed);
        Set<PersonId> ids = present.stream().map(Person::id).collect(Collectors.toUnmodifiableSet());
        if (ids.size() < present.size() || !group.members().containsAll(ids)) {
            throw new IllegalArgumentException("The persons that are present are members of the group, each once.");
        }
    }

    /** A group of which no row was ever rejected, and whose records hold nothing beside their persons. */
    public MatchedGroup(Group group, List<Person> present, Set<PersonId> changed) {
        this(group, present, changed, RejectedRows.NONE, Asides.NONE);
    }

    /** The same group, of which some rows were rejected. */
    public MatchedGroup without(RejectedRows rows) {
        return new MatchedGroup(group, present, changed, rows, asides);
    }

    /** The same group, whose records hold something beside their persons. */
    public MatchedGroup with(Asides others) {
        return new MatchedGroup(group, present, changed, rejected, others);
    }

    /**
     * A group whose members are looked up in what was read last; those not found there are gone.
     *
     * @param lastRead may hold other persons too
     * @param changed may name other persons too
     */
    public static MatchedGroup of(Group group, Map<PersonId, Person> lastRead, Set<PersonId> changed) {
        List<Person> present = group.members().stream()
                .map(lastRead::get)
                .filter(Objects::nonNull)
                .toList();
        Set<PersonId> changedMembers =
                group.members().stream().filter(changed::contains).collect(Collectors.toUnmodifiableSet());
        return new MatchedGroup(group, present, changedMembers);
    }

    /** The scored pairs of which both persons are among these. */
    List<ScoredPair> pairsAmong(List<Person> persons) {
        Set<PersonId> ids = persons.stream().map(Person::id).collect(Collectors.toUnmodifiableSet());
        return group.pairs().stream()
                .filter(pair -> ids.contains(pair.persons().first())
                        && ids.contains(pair.persons().second()))
                .toList();
    }

    /** How many members are gone. */
    long gone() {
        return (long) group.members().size() - present.size();
    }

    long stillThereButChanged() {
        return present.stream().filter(person -> changed.contains(person.id())).count();
    }
}
