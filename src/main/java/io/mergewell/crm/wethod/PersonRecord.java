package io.mergewell.crm.wethod;

import io.mergewell.crm.UnusableValue;
import io.mergewell.person.Consent;
import io.mergewell.person.ContactValue;
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
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One person as Wethod shows it. Its fields are those of the unofficial client for PHP that is made from Wethod's own
 * description ({@code EmployeeDto}); each of them may be missing.
 */
final class PersonRecord {

    /** Which team, place and rank: known by number only, and worth a look by whoever merges by hand. */
    private static final List<String> FURTHER =
            List.of("role", "job_title_id", "level_id", "location_id", "price_list_id", "stream_id");

    /** With a colon in the offset or without, as PHP writes either. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter();

    private final JsonNode record;

    PersonRecord(JsonNode record) {
        this.record = record;
    }

    /** Somebody who has left, and is kept for the timesheets' sake. */
    boolean archived() {
        return record.path("is_archived").asBoolean(false);
    }

    Person person(PersonId id) {
        return new Person(
                id,
                new PersonName(null, text("name"), text("surname")),
                emails(),
                List.of(),
                Organisation.NONE,
                null,
                PostalAddress.NONE,
                text("job_title"),
                further(),
                facts());
    }

    private List<ContactValue> emails() {
        String email = text("email");
        return email == null ? List.of() : List.of(new ContactValue(email, null, true));
    }

    private SortedMap<String, String> further() {
        SortedMap<String, String> further = new TreeMap<>();
        FURTHER.forEach(name -> {
            String value = text(name);
            if (value != null) {
                further.put(name, value);
            }
        });
        return further;
    }

    private RecordFacts facts() {
        return new RecordFacts(
                null, List.of(), Consent.NOT_KEPT, LinkedRecords.UNKNOWN, time("created_at"), time("updated_at"));
    }

    /** The next incremental read relies on it. */
    private @Nullable Instant time(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text, TIME).toInstant();
        } catch (DateTimeParseException notATime) {
            throw new UnusableValue("a value in " + name + " that is no point in time");
        } catch (DateTimeException outOfRange) {
            throw new UnusableValue("a value in " + name + " that is out of all ranges");
        }
    }

    private @Nullable String text(String name) {
        JsonNode value = record.path(name);
        if (value.isNull() || value.isMissingNode() || value.isContainer()) {
            return null;
        }
        // A database's text column cannot hold U+0000, and no person's value means it.
        String text = value.asString().replace("\u0000", "").strip();
        return text.isEmpty() ? null : text;
    }
}
