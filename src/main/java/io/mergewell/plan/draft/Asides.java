package io.mergewell.plan.draft;

import io.mergewell.person.PersonId;
import io.mergewell.plan.golden.Aside;
import java.util.Collections;
import java.util.Map;

/**
 * What records hold beside their persons.
 *
 * @param byPerson may name any persons; those it does not name hold nothing
 */
public record Asides(Map<PersonId, Aside> byPerson) {

    public static final Asides NONE = new Asides(Map.of());

    public Asides {
        byPerson = Collections.unmodifiableMap(byPerson);
    }

    /** What one record holds. */
    public Aside of(PersonId person) {
        return byPerson.getOrDefault(person, Aside.NONE);
    }
}
