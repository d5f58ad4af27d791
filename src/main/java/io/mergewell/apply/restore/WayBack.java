package io.mergewell.apply.restore;

import io.mergewell.person.Person;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * How a survivor gets back what it held. Fields by the names that {@link io.mergewell.crm.write.PersonWriter#writes}
 * knows.
 *
 * @param wanted the survivor as it shall be
 * @param fields to be written
 * @param kept fields that somebody changed since, which stay as they are
 * @param byHand fields that should be put back and cannot be written
 */
record WayBack(Person wanted, SortedSet<String> fields, SortedSet<String> kept, SortedSet<String> byHand) {

    WayBack {
        fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
        kept = Collections.unmodifiableSortedSet(new TreeSet<>(kept));
        byHand = Collections.unmodifiableSortedSet(new TreeSet<>(byHand));
    }

    static WayBack of(
            Person wanted, NavigableSet<String> changed, NavigableSet<String> kept, Predicate<String> writes) {
        NavigableSet<String> fields = new TreeSet<>();
        NavigableSet<String> byHand = new TreeSet<>();
        changed.forEach(field -> (writes.test(field) ? fields : byHand).add(field));
        return new WayBack(wanted, fields, kept, byHand);
    }
}
