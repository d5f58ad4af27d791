package io.mergewell.crm.rogerroger;

import io.mergewell.crm.UnusableValue;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One person as RogerRoger writes it. Strict where we rely on a value, tolerant in everything else. */
final class PersonRecord {

    /** Single values that have no place in a person of their own. */
    static final List<String> CUSTOM =
            List.of("customerId", "externalSource", "honorificPrefix", "initials", "linkedinId");

    /** Lists of references. All of them count as labels, so that a merge unites them. */
    static final List<String> REFERENCES = List.of("organizations", "tags", "segments");

    private final JsonNode record;

    PersonRecord(JsonNode record) {
        this.record = record;
    }

    PersonId id() {
        return Iri.id(record).map(PersonId::new).orElseThrow(() -> new UnusableValue("no id that can be used"));
    }

    boolean isArchived() {
        return text("archivedAt") != null;
    }

    /** As RogerRoger writes it; the order of the list relies on it. */
    String createdAt() {
        String text = text("createdAt");
        if (text == null) {
            throw new UnusableValue("no createdAt, by which the list is sorted");
        }
        return text;
    }

    Person person() {
        JsonNode first = record.path("organizations").path(0);
        return new Person(
                id(),
                name(),
                contacts("emailAddresses", "email", "emailType"),
                contacts("phoneNumbers", "phoneNumber", "phoneType"),
                new Organisation(Iri.id(first).orElse(null), Json.text(first.path("name"))),
                null,
                new PostalAddress(part("street"), part("postalCode"), part("city"), part("country")),
                text("jobTitle"),
                custom(),
                new RecordFacts(
                        Iri.id(record.path("owner")).orElse(null),
                        references().toList(),
                        Consent.NOT_KEPT,
                        links(),
                        time("createdAt"),
                        time("updatedAt")));
    }

    /** Where there is only a family name, and it has several words, people have written the whole name into it. */
    private PersonName name() {
        String given = text("givenName");
        String additional = text("additionalName");
        String family = text("familyName");
        if (given == null && additional == null) {
            boolean whole = family != null && family.strip().indexOf(' ') > 0;
            return whole ? new PersonName(family, null, null) : new PersonName(null, null, family);
        }
        if (additional == null) {
            return new PersonName(null, given, family);
        }
        String full = Stream.of(given, additional, family)
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
        return new PersonName(full, given == null ? additional : given, family);
    }

    private List<ContactValue> contacts(String list, String value, String type) {
        List<ContactValue> contacts = new ArrayList<>();
        for (JsonNode entry : record.path(list)) {
            String text = Json.text(entry.isObject() ? entry.path(value) : entry);
            if (text != null) {
                contacts.add(new ContactValue(text, Json.text(entry.path(type)), contacts.isEmpty()));
            }
        }
        return contacts;
    }

    private Stream<String> references() {
        return REFERENCES.stream()
                .flatMap(kind -> record.path(kind).valueStream().map(entry -> Iri.path(entry, kind)))
                .flatMap(Optional::stream)
                .distinct();
    }

    private SortedMap<String, String> custom() {
        SortedMap<String, String> custom = new TreeMap<>();
        for (String key : CUSTOM) {
            String value = text(key);
            if (value != null) {
                custom.put(key, value);
            }
        }
        return custom;
    }

    /** Deals alone are counted; a count that did not come is unknown, not zero. */
    private LinkedRecords links() {
        JsonNode deals = record.path("totalDeals");
        return deals.isInt() && deals.intValue() >= 0
                ? new LinkedRecords(Map.of(LinkKind.DEALS, deals.intValue()))
                : LinkedRecords.UNKNOWN;
    }

    private @Nullable Instant time(String name) {
        String text = text(name);
        return text == null ? null : time(name, text);
    }

    static Instant time(String name, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw new UnusableValue("a value in " + name + " that is no point in time");
        }
    }

    private @Nullable String part(String name) {
        return Json.text(record.path("address").path(name));
    }

    private @Nullable String text(String name) {
        return Json.text(record.path(name));
    }
}
