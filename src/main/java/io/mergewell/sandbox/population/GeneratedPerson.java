package io.mergewell.sandbox.population;

import io.mergewell.person.Person;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A person record and what only its maker knows.
 *
 * @param person the record as a CRM would hold it; its id is a whole number from 1 to the size of the population
 * @param truth the human being, company or mistake behind the record: equal for records of the same one
 * @param flaws how the record differs from how its human being would write it
 */
public record GeneratedPerson(Person person, String truth, Set<Flaw> flaws) {

    public GeneratedPerson {
        EnumSet<Flaw> copy = EnumSet.noneOf(Flaw.class);
        copy.addAll(flaws);
        flaws = Collections.unmodifiableSet(copy);
    }
}
