package io.mergewell.apply.restore;

import io.mergewell.normalise.Phones;
import io.mergewell.person.Consent;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Room;
import io.mergewell.plan.golden.FieldRules;
import io.mergewell.plan.golden.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Whether somebody who was made anew holds what the lost record held. */
final class Likeness {

    private final FieldRules rules;

    /** @param phones reads numbers with the job's region */
    Likeness(Phones phones) {
        this.rules = new FieldRules(phones, Room.AMPLE);
    }

    /** Sentences on what is missing, without any value; empty if nothing is. */
    List<String> failures(Person former, Optional<Person> found, PersonId created) {
        List<String> failures = new ArrayList<>();
        if (found.isEmpty()) {
            failures.add("Person " + created + " is not there when looked for: deleted or merged since.");
            return failures;
        }
        TreeSet<String> lacking = new TreeSet<>();
        rules.lacking(found.get(), former).stream().map(FieldValue::field).forEach(lacking::add);
        if (former.facts().consent() == Consent.UNSUBSCRIBED
                && found.get().facts().consent() != Consent.UNSUBSCRIBED) {
            lacking.add("consent");
        }
        if (!lacking.isEmpty()) {
            failures.add("Person " + created + " lacks of its former values: " + String.join(", ", lacking)
                    + ". The snapshot has them.");
        }
        return failures;
    }
}
