package io.mergewell.apply.act.doubt;

import io.mergewell.crm.PersonLookup;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Persons as they were in the CRM a moment ago. Who is not among them is deleted or merged away. */
public final class People {

    /** Nobody was read. */
    public static final People NOBODY = new People(Collections.emptySortedMap(), Instant.EPOCH);

    /** What was read longer ago is read again before it is relied on. */
    public static final Duration FRESH = Duration.ofSeconds(30);

    /** Most that a system answers at once. */
    private static final int BATCH = 100;

    private final SortedMap<PersonId, SourcedPerson> found;
    private final Instant readAt;

    private People(SortedMap<PersonId, SourcedPerson> found, Instant readAt) {
        this.found = found;
        this.readAt = readAt;
    }

    /** Reads them now. */
    public static People read(PersonLookup source, Collection<PersonId> ids, Instant now) {
        List<PersonId> all = List.copyOf(new TreeSet<>(ids));
        SortedMap<PersonId, SourcedPerson> found = new TreeMap<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            source.byIds(all.subList(from, Math.min(from + BATCH, all.size())))
                    .forEach(person -> found.put(person.person().id(), person));
        }
        return new People(found, now);
    }

    /** These, and others as an answer showed them a moment ago. */
    public People with(List<SourcedPerson> shown) {
        SortedMap<PersonId, SourcedPerson> all = new TreeMap<>(found);
        shown.forEach(person -> all.put(person.person().id(), person));
        return new People(all, readAt);
    }

    /** A record, if it is there. */
    public Optional<SourcedPerson> find(PersonId id) {
        return Optional.ofNullable(found.get(id));
    }

    /** A person, if it is there. */
    public Optional<Person> person(PersonId id) {
        return find(id).map(SourcedPerson::person);
    }

    /** Whether it is there. */
    public boolean has(PersonId id) {
        return found.containsKey(id);
    }

    /** Whether they were read longer ago than that. */
    public boolean olderThan(Duration age, Instant now) {
        return readAt.plus(age).isBefore(now);
    }
}
