package io.mergewell.sandbox.wethod;

import io.mergewell.person.ContactValue;
import io.mergewell.person.PersonName;
import io.mergewell.sandbox.state.Card;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A card as a Wethod user. Of its e-mails only the first choice is shown, and no phone: a user signs in with one
 * address. Source of the fields: {@code EmployeeDto} of the unofficial client for PHP.
 */
final class PersonJson {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PersonJson() {}

    static ObjectNode of(Card card) {
        ObjectNode person = JSON.createObjectNode();
        person.put("id", card.id());
        person.put("created_at", time(card.added()));
        person.put("updated_at", time(card.updated()));
        person.put("email", email(card).orElse(null));
        PersonName name = card.name();
        boolean inParts = name.first() != null || name.last() != null;
        person.put("name", inParts ? name.first() : name.full());
        person.put("surname", name.last());
        person.put("role_id", 2);
        person.put("role", "user");
        person.put("is_archived", card.deleted());
        person.put("is_visible_in_people_allocation", true);
        person.put("has_timesheet_required", true);
        for (String none : new String[] {
            "level_id", "stream_id", "price_list_id", "job_title_id", "allocation_manager_id", "capacity_id"
        }) {
            person.putNull(none);
        }
        person.put("location_id", 1);
        return person;
    }

    private static Optional<String> email(Card card) {
        return card.emails().stream()
                .filter(ContactValue::primary)
                .findFirst()
                .or(() -> card.emails().stream().findFirst())
                .map(ContactValue::value);
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
