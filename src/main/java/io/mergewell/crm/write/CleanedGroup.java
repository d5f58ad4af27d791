package io.mergewell.crm.write;

import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Records of a file that become one.
 *
 * @param golden the survivor as it shall be; its id says which record that is
 * @param absorbed those that are left out
 */
public record CleanedGroup(Person golden, SortedSet<PersonId> absorbed) {

    public CleanedGroup {
        absorbed = Collections.unmodifiableSortedSet(new TreeSet<>(absorbed));
    }
}
