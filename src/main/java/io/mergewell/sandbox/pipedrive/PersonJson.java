package io.mergewell.sandbox.pipedrive;

import io.mergewell.person.ContactValue;
import io.mergewell.sandbox.population.CustomField;
import io.mergewell.sandbox.state.Card;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A card as Pipedrive's v2 shows it. Source: its OpenAPI description of {@code Person}, client for Node 33.7.0. */
final class PersonJson {

    private final Shape shape;

    PersonJson(Shape shape) {
        this.shape = shape;
    }

    ObjectNode of(Card card) {
        ObjectNode person = Envelope.JSON.createObjectNode();
        person.put("id", card.id());
        person.put("name", card.name().full());
        person.put("first_name", card.name().first());
        person.put("last_name", card.name().last());
        person.put("owner_id", card.membership().ownerId());
        person.put("org_id", card.membership().organisationId());
        person.put("add_time", card.added().toString());
        person.put("update_time", card.updated().toString());
        person.set("emails", contacts(card.emails()));
        person.set("phones", contacts(card.phones()));
        person.put("is_deleted", card.deleted());
        person.put("visible_to", card.membership().visibleTo());
        labels(person, card.membership().labels());
        person.putNull("picture_id");
        person.set("custom_fields", custom(card.custom()));
        optional(person, card);
        return person;
    }

    static ArrayNode contacts(List<ContactValue> contacts) {
        ArrayNode array = Envelope.JSON.createArrayNode();
        for (ContactValue contact : contacts) {
            array.addObject()
                    .put("value", contact.value())
                    .put("primary", contact.primary())
                    .put("label", contact.label());
        }
        return array;
    }

    private void labels(ObjectNode person, List<Integer> ids) {
        ArrayNode array = person.putArray("label_ids");
        ids.forEach(array::add);
        if (shape.labels()) {
            ArrayNode named = person.putArray("labels");
            ids.forEach(id -> named.addObject().put("id", id).put("label", Labels.name(id)));
        }
    }

    private ObjectNode custom(Map<String, JsonNode> values) {
        ObjectNode custom = Envelope.JSON.createObjectNode();
        for (CustomField field : CustomField.ALL) {
            if (shape.customFields().isEmpty() || shape.customFields().contains(field.key())) {
                JsonNode value = values.get(field.key());
                custom.set(field.key(), value != null && shape.optionLabels() ? labelled(field, value) : value);
            }
        }
        return custom;
    }

    private static JsonNode labelled(CustomField field, JsonNode value) {
        return switch (field.type()) {
            case DATE, TEXT -> value;
            case ONE_OPTION -> option(field, value.intValue());
            case OPTIONS -> {
                ArrayNode options = Envelope.JSON.createArrayNode();
                value.forEach(id -> options.add(option(field, id.intValue())));
                yield options;
            }
        };
    }

    private static ObjectNode option(CustomField field, int id) {
        return Envelope.JSON
                .createObjectNode()
                .put("id", id)
                .put("label", field.options().get(id - 1));
    }

    private void optional(ObjectNode person, Card card) {
        for (PersonCount count : PersonCount.values()) {
            if (wanted(count.field())) {
                person.put(count.field(), count.of(card.links()));
            }
        }
        if (wanted("marketing_status")) {
            person.put("marketing_status", card.marketing().status().name().toLowerCase(Locale.ROOT));
        }
        if (wanted("smart_bcc_email")) {
            person.put("smart_bcc_email", "sandbox+person" + card.id() + "@pipedrivemail.com");
        }
        mailTime(person, "last_incoming_mail_time", card);
        mailTime(person, "last_outgoing_mail_time", card);
        List.of("next_activity_id", "last_activity_id", "doi_status").forEach(field -> {
            if (wanted(field)) {
                person.putNull(field);
            }
        });
    }

    private void mailTime(ObjectNode person, String field, Card card) {
        if (wanted(field)) {
            boolean mailed = PersonCount.EMAIL_MESSAGES_COUNT.of(card.links()) > 0;
            @Nullable Instant time = mailed ? card.updated() : null;
            person.put(field, time == null ? null : time.toString());
        }
    }

    private boolean wanted(String field) {
        return shape.fields().contains(field);
    }
}
