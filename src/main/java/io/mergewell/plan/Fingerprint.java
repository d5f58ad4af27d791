package io.mergewell.plan;

import io.mergewell.person.ContactValue;
import io.mergewell.person.Person;
import java.util.List;

/**
 * What a person's values are at one moment, as a digest: two equal fingerprints mean that nothing a plan rests on has
 * changed. It covers name, e-mails, phones, organisation, birth date, address, job title, custom fields, owner, labels
 * and consent; it leaves out linked records and the times of the record, which change without any doubt about whose
 * record it is.
 */
public final class Fingerprint {

    private Fingerprint() {}

    /** SHA-256 over the person's values, as 64 hexadecimal digits. */
    public static String of(Person person) {
        Canonical canonical = new Canonical();
        writeValues(canonical, person);
        return canonical.digest();
    }

    static void writeValues(Canonical canonical, Person person) {
        canonical.text("person").text(person.id().value());
        canonical
                .text(person.name().full())
                .text(person.name().first())
                .text(person.name().last());
        contacts(canonical, person.emails());
        contacts(canonical, person.phones());
        canonical.text(person.organisation().id()).text(person.organisation().name());
        canonical.text(person.birthDate()).text(person.jobTitle());
        canonical.text(person.address().street()).text(person.address().postcode());
        canonical.text(person.address().city()).text(person.address().country());
        canonical.number(person.custom().size());
        person.custom().forEach((key, value) -> canonical.text(key).text(value));
        canonical.text(person.facts().ownerId()).texts(person.facts().labels());
        canonical.text(person.facts().consent().name());
    }

    private static void contacts(Canonical canonical, List<ContactValue> contacts) {
        canonical.number(contacts.size());
        for (ContactValue contact : contacts) {
            canonical.text(contact.value()).text(contact.label()).text(contact.primary() ? "primary" : "");
        }
    }
}
