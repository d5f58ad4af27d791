package io.mergewell.apply.restore;

import io.mergewell.person.ContactValue;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.golden.FieldRules;
import java.util.List;

/** Who holds an e-mail or phone number, however it is written: by the rules that united them. */
final class ContactOrigin {

    private static final PersonId NOBODY = new PersonId("0");

    private final FieldRules rules;

    ContactOrigin(FieldRules rules) {
        this.rules = rules;
    }

    boolean holdsEmail(Person person, ContactValue email) {
        return person.emails().stream().anyMatch(own -> own.value().equals(email.value()))
                || holds(person, Person.blank(NOBODY).withContacts(List.of(email), List.of()));
    }

    boolean holdsPhone(Person person, ContactValue phone) {
        return person.phones().stream().anyMatch(own -> own.value().equals(phone.value()))
                || holds(person, Person.blank(NOBODY).withContacts(List.of(), List.of(phone)));
    }

    private boolean holds(Person person, Person one) {
        return rules.lacking(person, one).isEmpty();
    }
}
