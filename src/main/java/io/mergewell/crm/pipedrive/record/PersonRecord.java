package io.mergewell.crm.pipedrive.record;

import io.mergewell.crm.UnusableValue;
import io.mergewell.person.Consent;
import io.mergewell.person.ContactValue;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonName;
import io.mergewell.person.PostalAddress;
import io.mergewell.person.RecordFacts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One person as a list holds it. Strict where we rely on a value, tolerant in everything else. */
public final class PersonRecord {

    /** How the old API writes that there is no time. */
    private static final String NO_TIME = "0000-00-00 00:00:00";

    private final JsonNode record;
    private final boolean consentAsked;

    /**
     * A record in the shape of API v2.
     *
     * @param consentAsked whether its marketing status is part of it, if the company keeps one
     */
    public PersonRecord(JsonNode record, boolean consentAsked) {
        this.record = record;
        this.consentAsked = consentAsked;
    }

    /**
     * The person.
     *
     * @throws UnusableValue if a value we rely on is not what it must be
     */
    public Person person(PersonId id) {
        return new Person(
                id,
                new PersonName(text("name"), text("first_name"), text("last_name")),
                contacts("emails"),
                contacts("phones"),
                new Organisation(reference("org_id"), text(record.path("org_id").path("name"))),
                text("birthday"),
                address(record.path("postal_address")),
                text("job_title"),
                custom(),
                facts());
    }

    private RecordFacts facts() {
        return new RecordFacts(
                reference("owner_id"),
                record.path("label_ids").valueStream().map(Json::text).toList(),
                consent(),
                LinkCounts.of(record),
                time("add_time"),
                time("update_time"));
    }

    /** A list of {@code {value, label, primary}}; an entry without a value is how an absent one is written. */
    private List<ContactValue> contacts(String name) {
        List<ContactValue> contacts = new ArrayList<>();
        for (JsonNode entry : record.path(name)) {
            String value = Json.text(entry.isObject() ? entry.path("value") : entry);
            if (!value.isBlank()) {
                contacts.add(new ContactValue(
                        value, text(entry.path("label")), entry.path("primary").asBoolean(false)));
            }
        }
        return contacts;
    }

    /** An id, bare or inside an object. */
    private @Nullable String reference(String name) {
        JsonNode value = record.path(name);
        return text(value.isObject() ? value.has("id") ? value.path("id") : value.path("value") : value);
    }

    /** Only with contact sync; parts may be missing, then the whole address stands in for the street. */
    private static PostalAddress address(JsonNode address) {
        if (!address.isObject()) {
            return new PostalAddress(text(address), null, null, null);
        }
        String street = (Json.text(address.path("route")) + " " + Json.text(address.path("street_number"))).strip();
        String city = text(address.path("locality"));
        String postcode = text(address.path("postal_code"));
        boolean inParts = !street.isEmpty() || city != null || postcode != null;
        return new PostalAddress(
                inParts ? street : text(address.path("value")), postcode, city, text(address.path("country")));
    }

    private SortedMap<String, String> custom() {
        SortedMap<String, String> custom = new TreeMap<>();
        record.path("custom_fields").forEachEntry((key, value) -> {
            String text = Json.text(value);
            if (!text.isEmpty()) {
                custom.put(key, text);
            }
        });
        return custom;
    }

    private Consent consent() {
        if (!consentAsked) {
            return Consent.NOT_KEPT;
        }
        return switch (Json.text(record.path("marketing_status"))) {
            case "no_consent" -> Consent.NO_CONSENT;
            case "subscribed" -> Consent.SUBSCRIBED;
            case "unsubscribed" -> Consent.UNSUBSCRIBED;
            case "archived" -> Consent.ARCHIVED;
            default -> Consent.UNKNOWN;
        };
    }

    /** RFC 3339, or the old API's {@code 2026-01-31 09:30:00} in UTC. The next incremental read relies on it. */
    private @Nullable Instant time(String name) {
        String text = Json.text(record.path(name));
        if (text.isEmpty() || text.equals(NO_TIME)) {
            return null;
        }
        try {
            return text.indexOf(' ') > 0
                    ? LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw new UnusableValue("a value in " + name + " that is no point in time");
        }
    }

    private @Nullable String text(String name) {
        return text(record.path(name));
    }

    private static @Nullable String text(JsonNode value) {
        String text = Json.text(value);
        return text.isEmpty() ? null : text;
    }
}
