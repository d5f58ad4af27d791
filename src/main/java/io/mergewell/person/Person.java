package io.mergewell.person;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One person record of one system, with its values as written there. Absent values are null or empty, never blank.
 *
 * @param birthDate as written; null where unknown
 * @param custom further fields by the key a job file names after {@code custom.}; values as text, lists and objects as
 *     JSON
 */
public record Person(
        PersonId id,
        PersonName name,
        List<ContactValue> emails,
        List<ContactValue> phones,
        Organisation organisation,
        @Nullable String birthDate,
        PostalAddress address,
        @Nullable String jobTitle,
        SortedMap<String, String> custom,
        RecordFacts facts) {

    public Person {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        birthDate = Text.orNull(birthDate);
        jobTitle = Text.orNull(jobTitle);
        custom = Collections.unmodifiableSortedMap(new TreeMap<>(custom));
    }

    /** A record of which nothing is known but its id. */
    public static Person blank(PersonId id) {
        return new Person(
                id,
                PersonName.NONE,
                List.of(),
                List.of(),
                Organisation.NONE,
                null,
                PostalAddress.NONE,
                null,
                Collections.emptySortedMap(),
                RecordFacts.NONE);
    }

    /** The same values under another id. */
    public Person under(PersonId other) {
        return new Person(other, name, emails, phones, organisation, birthDate, address, jobTitle, custom, facts);
    }

    /** The same record with other e-mails and phones. */
    public Person withContacts(List<ContactValue> otherEmails, List<ContactValue> otherPhones) {
        return new Person(
                id, name, otherEmails, otherPhones, organisation, birthDate, address, jobTitle, custom, facts);
    }
}
