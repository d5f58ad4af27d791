package io.mergewell.sandbox.pipedrive;

import io.mergewell.person.ContactValue;
import io.mergewell.sandbox.population.CustomField;
import io.mergewell.sandbox.state.Card;
import io.mergewell.sandbox.world.Company;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A card as Pipedrive's v1 shows it. Source: its OpenAPI description, client for Node before 32.0.0. */
final class V1PersonJson {

    private V1PersonJson() {}

    /** As the list and the single person show it: whoever it refers to comes as an object. */
    static ObjectNode whole(Card card) {
        ObjectNode person = base(card);
        long owner = card.membership().ownerId();
        person.putObject("owner_id")
                .put("id", owner)
                .put("name", Users.name(owner))
                .put("email", Users.email(owner))
                .put("has_pic", 0)
                .putNull("pic_hash")
                .put("active_flag", true)
                .put("value", owner);
        person.put("owner_name", Users.name(owner));
        @Nullable Long organisation = card.membership().organisationId();
        if (organisation != null) {
            person.putObject("org_id")
                    .put("name", Company.nameOf(organisation))
                    .put("people_count", 1)
                    .put("owner_id", owner)
                    .putNull("address")
                    .put("active_flag", true)
                    .put("value", organisation);
            person.put("org_name", Company.nameOf(organisation));
        }
        links(person, card);
        person.set("email", filled(card.emails()));
        person.set("phone", filled(card.phones()));
        custom(person, card);
        person.put("marketing_status", card.marketing().status().name().toLowerCase(Locale.ROOT));
        return person;
    }

    /** As the collection shows it: without parts of the name, counts, custom fields and marketing status. */
    static ObjectNode brief(Card card) {
        ObjectNode person = base(card);
        person.remove(List.of("company_id", "first_name", "last_name", "first_char"));
        person.putNull("delete_time");
        person.put("cc_email", "sandbox+person" + card.id() + "@pipedrivemail.com");
        return person;
    }

    /** As a merge answers. */
    static ObjectNode merged(Card card, long absorbedId) {
        ObjectNode person = base(card);
        links(person, card);
        card.custom().forEach((key, value) -> person.put(key, text(value)));
        return person.put("merge_what_id", absorbedId);
    }

    private static ObjectNode base(Card card) {
        ObjectNode person = Envelope.JSON.createObjectNode();
        person.put("id", card.id());
        person.put("company_id", UserEndpoints.COMPANY_ID);
        person.put("owner_id", card.membership().ownerId());
        person.put("org_id", card.membership().organisationId());
        person.put("name", card.name().full());
        person.put("first_name", card.name().first());
        person.put("last_name", card.name().last());
        person.put("active_flag", !card.deleted());
        person.set("phone", PersonJson.contacts(card.phones()));
        person.set("email", PersonJson.contacts(card.emails()));
        person.put("first_char", firstChar(card));
        person.put("update_time", V1Time.text(card.updated()));
        person.put("add_time", V1Time.text(card.added()));
        person.put("visible_to", String.valueOf(card.membership().visibleTo()));
        person.putNull("picture_id");
        labels(person, card.membership().labels());
        return person;
    }

    /** The letter that {@code first_char} goes by; empty where there is no name. */
    static String firstChar(Card card) {
        String name = card.name().display();
        return name.isEmpty()
                ? ""
                : name.substring(0, name.offsetByCodePoints(0, 1)).toLowerCase(Locale.ROOT);
    }

    private static void links(ObjectNode person, Card card) {
        for (PersonCount count : PersonCount.values()) {
            person.put(count.field(), count.of(card.links()));
        }
    }

    private static void labels(ObjectNode person, List<Integer> labels) {
        @Nullable Integer first = labels.isEmpty() ? null : labels.get(0);
        person.put("label", first);
        ArrayNode ids = person.putArray("label_ids");
        labels.forEach(ids::add);
    }

    /** Where there is nothing, v1 shows an entry without a value. */
    private static ArrayNode filled(List<ContactValue> contacts) {
        ArrayNode array = PersonJson.contacts(contacts);
        if (array.isEmpty()) {
            array.addObject().put("value", "").put("primary", true);
        }
        return array;
    }

    private static void custom(ObjectNode person, Card card) {
        for (CustomField field : CustomField.ALL) {
            @Nullable JsonNode value = card.custom().get(field.key());
            person.put(field.key(), value == null ? null : text(value));
        }
    }

    /** Options are texts in v1, several are joined. */
    private static String text(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(node -> node.asString()).collect(Collectors.joining(","))
                : value.asString();
    }
}
