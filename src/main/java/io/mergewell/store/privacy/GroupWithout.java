package io.mergewell.store.privacy;

import io.mergewell.person.ContactValue;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.PostalAddress;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A group of the ledger without the values of some of its members. The others stay as they were reported: what was done
 * to them is done anew in each copy of a list.
 */
final class GroupWithout {

    /** Shorter values are in too many words to be looked for. */
    private static final int SHORTEST = 3;

    private final Collection<PersonId> persons;
    private final List<String> values = new ArrayList<>();

    private GroupWithout(Collection<PersonId> persons) {
        this.persons = persons;
    }

    static PlannedGroup of(PlannedGroup group, Collection<PersonId> persons) {
        GroupWithout without = new GroupWithout(persons);
        group.members().stream()
                .filter(member -> persons.contains(member.id()))
                .flatMap(GroupWithout::valuesOf)
                .filter(value -> value.length() >= SHORTEST)
                .map(value -> value.toLowerCase(Locale.ROOT))
                .forEach(without.values::add);
        return without.of(group);
    }

    /** Whether a group holds one of them. */
    static boolean concerns(PlannedGroup group, Collection<PersonId> persons) {
        return group.members().stream().anyMatch(member -> persons.contains(member.id()));
    }

    private PlannedGroup of(PlannedGroup group) {
        SortedMap<PersonId, String> fingerprints = new TreeMap<>(group.fingerprints());
        fingerprints.replaceAll((id, fingerprint) -> persons.contains(id) ? "" : fingerprint);
        List<Person> members = group.members().stream()
                .map(member -> persons.contains(member.id()) ? Person.blank(member.id()) : member)
                .toList();
        return new PlannedGroup(
                group.id(),
                members,
                fingerprints,
                group.survivor(),
                group.survivorReason(),
                // What all of them held together holds theirs; the survivor's own record does not.
                group.golden() == null ? null : members.get(0),
                group.minScore(),
                group.actions().stream().map(this::of).toList());
    }

    private PlannedAction of(PlannedAction action) {
        boolean isTheirs = persons.contains(action.duplicate());
        return new PlannedAction(
                action.rowKey(),
                action.kind(),
                action.band(),
                action.score(),
                action.duplicate(),
                action.evidence(),
                action.cautions(),
                isTheirs ? List.of() : unsuspicious(action.conflicts()),
                isTheirs ? List.of() : unsuspicious(action.valuesGained()),
                isTheirs ? List.of() : unsuspicious(action.valuesLost()));
    }

    private List<String> unsuspicious(List<String> sentences) {
        return sentences.stream()
                .filter(sentence -> values.stream().noneMatch(sentence.toLowerCase(Locale.ROOT)::contains))
                .toList();
    }

    private static Stream<String> valuesOf(Person person) {
        PostalAddress address = person.address();
        NavigableSet<String> all = new TreeSet<>(person.custom().values());
        person.emails().stream().map(ContactValue::value).forEach(all::add);
        person.phones().stream().map(ContactValue::value).forEach(all::add);
        Stream.of(
                        Stream.ofNullable(person.name().full()),
                        Stream.ofNullable(person.name().first()),
                        Stream.ofNullable(person.name().last()),
                        Stream.ofNullable(person.birthDate()),
                        Stream.ofNullable(person.jobTitle()),
                        Stream.ofNullable(address.street()),
                        Stream.ofNullable(address.postcode()))
                .flatMap(value -> value)
                .forEach(all::add);
        return all.stream();
    }
}
