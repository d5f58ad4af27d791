package io.mergewell.sandbox.rogerroger;

import io.mergewell.person.ContactValue;
import io.mergewell.person.PersonName;
import io.mergewell.sandbox.population.CustomField;
import io.mergewell.sandbox.state.Card;
import io.mergewell.sandbox.state.LinkCount;
import io.mergewell.sandbox.state.Links;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A card as RogerRoger shows it. */
final class PersonJson {

    private PersonJson() {}

    static ObjectNode of(Card card) {
        ObjectNode person = JsonLd.JSON.createObjectNode();
        String uuid = Uuids.ofPerson(card.id());
        person.put("@id", "/people/" + uuid);
        person.put("@type", "Person");
        person.put("id", uuid);
        person.put("familyName", familyName(card.name()));
        person.put("givenName", givenName(card.name()));
        Extras.TEXTS.forEach(field -> person.set(field, Extras.of(card, field)));
        person.set("customerId", card.custom().get(CustomField.CUSTOMER_NUMBER.key()));
        person.put("isTracked", false);
        contacts(person.putArray("emailAddresses"), "email", card);
        contacts(person.putArray("phoneNumbers"), "phoneNumber", card);
        person.set("address", Extras.of(card, Extras.ADDRESS));
        organizations(person, card);
        ArrayNode tags = person.putArray("tags");
        card.membership().labels().forEach(label -> tags.add("/tags/" + label));
        JsonNode segments = Extras.of(card, Extras.SEGMENTS);
        person.set("segments", segments.isArray() ? segments : JsonLd.JSON.createArrayNode());
        person.put("owner", "/users/" + card.membership().ownerId());
        person.put("totalDeals", deals(card.links()));
        person.put("createdAt", card.added().toString());
        person.put("updatedAt", card.updated().toString());
        person.put("archivedAt", card.deleted() ? card.updated().toString() : null);
        return person;
    }

    /** Nobody is without one here: where the parts are not known, all of the name is in it. */
    static String familyName(PersonName name) {
        return hasParts(name) ? Objects.requireNonNull(name.last()) : name.display();
    }

    private static @org.jspecify.annotations.Nullable String givenName(PersonName name) {
        return hasParts(name) ? name.first() : null;
    }

    private static boolean hasParts(PersonName name) {
        return name.last() != null;
    }

    private static void contacts(ArrayNode list, String key, Card card) {
        boolean mail = key.equals("email");
        for (ContactValue contact : mail ? card.emails() : card.phones()) {
            ObjectNode entry = list.addObject().put(key, contact.value());
            if (!mail) {
                entry.put("phoneType", contact.label());
            }
        }
    }

    private static void organizations(ObjectNode person, Card card) {
        JsonNode several = Extras.of(card, Extras.ORGANIZATIONS);
        if (several.isArray()) {
            person.set("organizations", several);
            return;
        }
        ArrayNode one = person.putArray("organizations");
        Long organisation = card.membership().organisationId();
        if (organisation != null) {
            one.add("/organizations/" + organisation);
        }
    }

    private static int deals(Links links) {
        return links.count(LinkCount.OPEN_DEALS)
                + links.count(LinkCount.WON_DEALS)
                + links.count(LinkCount.LOST_DEALS)
                + links.count(LinkCount.PARTICIPANT_OPEN_DEALS)
                + links.count(LinkCount.PARTICIPANT_CLOSED_DEALS);
    }
}
