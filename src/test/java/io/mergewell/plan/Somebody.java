package io.mergewell.plan;

import io.mergewell.person.Consent;
import io.mergewell.person.ContactValue;
import io.mergewell.person.LinkKind;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonName;
import io.mergewell.person.PostalAddress;
import io.mergewell.person.RecordFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A person of a test, of which only what matters is said. Unless something is linked, all counts are zero. */
public final class Somebody {

    private final String id;
    private PersonName name = PersonName.NONE;
    private final List<ContactValue> emails = new ArrayList<>();
    private final List<ContactValue> phones = new ArrayList<>();
    private Organisation organisation = Organisation.NONE;
    private String birthDate = "";
    private PostalAddress address = PostalAddress.NONE;
    private String jobTitle = "";
    private final SortedMap<String, String> custom = new TreeMap<>();
    private String owner = "";
    private List<String> labels = List.of();
    private Consent consent = Consent.NOT_KEPT;
    private final Map<LinkKind, Integer> links = new EnumMap<>(LinkKind.class);
    private Instant addedAt;
    private Instant updatedAt;

    private Somebody(String id) {
        this.id = id;
        for (LinkKind kind : LinkKind.values()) {
            if (kind != LinkKind.LEADS) {
                links.put(kind, 0);
            }
        }
    }

    public static Somebody withId(String id) {
        return new Somebody(id);
    }

    public Somebody named(String full) {
        name = new PersonName(full, null, null);
        return this;
    }

    public Somebody email(String... values) {
        Arrays.stream(values).map(ContactValue::of).forEach(emails::add);
        return this;
    }

    public Somebody phone(String... values) {
        Arrays.stream(values).map(ContactValue::of).forEach(phones::add);
        return this;
    }

    public Somebody primaryPhone(String value) {
        phones.add(new ContactValue(value, "work", true));
        return this;
    }

    public Somebody at(String organisationId, String organisationName) {
        organisation = new Organisation(organisationId, organisationName);
        return this;
    }

    public Somebody born(String date) {
        birthDate = date;
        return this;
    }

    public Somebody living(String street, String postcode, String city, String country) {
        address = new PostalAddress(street, postcode, city, country);
        return this;
    }

    public Somebody working(String title) {
        jobTitle = title;
        return this;
    }

    public Somebody with(String key, String value) {
        custom.put(key, value);
        return this;
    }

    public Somebody ownedBy(String user) {
        owner = user;
        return this;
    }

    public Somebody labelled(String... values) {
        labels = List.of(values);
        return this;
    }

    public Somebody mail(Consent value) {
        consent = value;
        return this;
    }

    public Somebody linked(LinkKind kind, int count) {
        links.put(kind, count);
        return this;
    }

    public Somebody unknown(LinkKind kind) {
        links.remove(kind);
        return this;
    }

    public Somebody added(String day) {
        addedAt = Instant.parse(day + "T00:00:00Z");
        return this;
    }

    public Somebody updated(String day) {
        updatedAt = Instant.parse(day + "T00:00:00Z");
        return this;
    }

    public Person there() {
        return new Person(
                new PersonId(id),
                name,
                emails,
                phones,
                organisation,
                birthDate,
                address,
                jobTitle,
                custom,
                new RecordFacts(owner, labels, consent, new LinkedRecords(links), addedAt, updatedAt));
    }
}
