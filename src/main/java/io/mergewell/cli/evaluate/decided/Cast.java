package io.mergewell.cli.evaluate.decided;

import io.mergewell.match.MatchSettings;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ComparedValues;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The persons of cases among those of the mirror, as if nothing had been merged since: each stands in for itself as it
 * was at its newest decision. One who was decided on before with other values is there once more for each of them, under
 * an id that no system gives; all of them are one human being.
 */
final class Cast {

    private static final String OTHER_VERSION = "\u0000";

    private final ComparedValues compared;
    private final Map<PersonId, Map<String, PersonId>> versions = new HashMap<>();
    private final Map<PersonId, Person> records = new LinkedHashMap<>();

    /** @param cases the newest first */
    Cast(MatchSettings match, Collection<DecidedCase> cases) {
        compared = new ComparedValues(match);
        cases.forEach(one -> {
            take(one.survivor());
            take(one.duplicate());
        });
    }

    /** Whether this person of the mirror is replaced by what it was. */
    boolean replaces(PersonId id) {
        return versions.containsKey(id);
    }

    /** All records, by the ids they are matched under. */
    Map<PersonId, Person> records() {
        return Collections.unmodifiableMap(records);
    }

    /** The id that a person of a case is matched under. */
    PersonId idOf(Person person) {
        return versions.getOrDefault(person.id(), Map.of()).getOrDefault(compared.digest(person), person.id());
    }

    private void take(Person person) {
        Map<String, PersonId> known = versions.computeIfAbsent(person.id(), unseen -> new HashMap<>());
        known.computeIfAbsent(compared.digest(person), unseen -> {
            PersonId id = known.isEmpty() ? person.id() : new PersonId(OTHER_VERSION + records.size());
            records.put(id, person.under(id));
            return id;
        });
    }
}
