package io.mergewell.sandbox.rogerroger;

import io.mergewell.person.Consent;
import io.mergewell.person.ContactValue;
import io.mergewell.person.PersonName;
import io.mergewell.sandbox.population.CustomField;
import io.mergewell.sandbox.state.Card;
import io.mergewell.sandbox.state.Links;
import io.mergewell.sandbox.state.Marketing;
import io.mergewell.sandbox.state.Membership;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A merge patch (RFC 7396) of a person; the body of a creation is one of nobody. */
final class PersonPatch {

    private static final int EVERYONE_IN_THE_COMPANY = 3;

    private final PatchFields body;

    PersonPatch(String text) {
        this.body = new PatchFields(JsonLd.object(text));
    }

    Card created(long id, Instant when) {
        Card nobody = new Card(
                id,
                PersonName.NONE,
                new Membership(1, null, EVERYONE_IN_THE_COMPANY, List.of()),
                List.of(),
                List.of(),
                new TreeMap<>(),
                Links.NONE,
                new Marketing(Consent.NO_CONSENT, false),
                when,
                when,
                false);
        return applied(nobody, when);
    }

    Card applied(Card card, Instant when) {
        Card changed = new Card(
                card.id(),
                name(card.name()),
                membership(card.membership()),
                contacts("emailAddresses", "email", card.emails()),
                contacts("phoneNumbers", "phoneNumber", card.phones()),
                custom(card),
                card.links(),
                card.marketing(),
                card.added(),
                when,
                card.deleted());
        if (!body.has("archivedAt")) {
            return changed;
        }
        return body.time("archivedAt") == null ? changed.revivedAt(when) : changed.deletedAt(when);
    }

    private PersonName name(PersonName present) {
        if (!present.display().isEmpty() && !body.has("familyName") && !body.has("givenName")) {
            return present;
        }
        String family = body.has("familyName") ? body.text("familyName") : PersonJson.familyName(present);
        if (family == null || family.isBlank()) {
            throw ApiException.invalid("familyName", "This value should not be blank.");
        }
        String given = body.has("givenName") ? body.text("givenName") : present.last() == null ? null : present.first();
        return given == null ? new PersonName(family, null, null) : new PersonName(given + " " + family, given, family);
    }

    private Membership membership(Membership present) {
        Long owner = body.has("owner") ? body.number("owner", "/users/") : Long.valueOf(present.ownerId());
        List<String> organizations = body.paths("organizations", "/organizations/");
        @Nullable
        Long first = organizations.isEmpty()
                ? null
                : PatchFields.number("organizations", organizations.get(0), "/organizations/");
        return new Membership(
                owner == null ? present.ownerId() : owner,
                body.has("organizations") ? first : present.organisationId(),
                present.visibleTo(),
                body.has("tags") ? labels() : present.labels());
    }

    private List<Integer> labels() {
        return body.paths("tags", "/tags/").stream()
                .map(path -> Math.toIntExact(PatchFields.number("tags", path, "/tags/")))
                .toList();
    }

    private List<ContactValue> contacts(String list, String key, List<ContactValue> present) {
        if (!body.has(list)) {
            return present;
        }
        List<ContactValue> contacts = new ArrayList<>();
        for (JsonNode entry : body.list(list)) {
            JsonNode value = entry.path(key);
            if (!value.isString() || value.stringValue().isBlank()) {
                throw ApiException.invalid(
                        list + "[" + contacts.size() + "]." + key, "This value should not be blank.");
            }
            String type =
                    entry.path("phoneType").isString() ? entry.path("phoneType").stringValue() : "work";
            contacts.add(new ContactValue(value.stringValue(), type, contacts.isEmpty()));
        }
        return contacts;
    }

    private SortedMap<String, JsonNode> custom(Card card) {
        SortedMap<String, JsonNode> custom = new TreeMap<>(card.custom());
        for (String field : Extras.TEXTS) {
            if (body.has(field)) {
                String text = body.text(field);
                Extras.put(custom, field, text == null ? JsonLd.JSON.nullNode() : StringNode.valueOf(text));
            }
        }
        if (body.has("customerId")) {
            String customer = body.text("customerId");
            if (customer == null) {
                custom.remove(CustomField.CUSTOMER_NUMBER.key());
            } else {
                custom.put(CustomField.CUSTOMER_NUMBER.key(), StringNode.valueOf(customer));
            }
        }
        for (String field : List.of(Extras.ORGANIZATIONS, Extras.SEGMENTS)) {
            if (body.has(field)) {
                Extras.put(custom, field, JsonLd.JSON.valueToTree(body.paths(field, "/" + field + "/")));
            }
        }
        if (body.has(Extras.ADDRESS)) {
            Extras.put(custom, Extras.ADDRESS, address(Extras.of(card, Extras.ADDRESS)));
        }
        return custom;
    }

    private JsonNode address(JsonNode present) {
        JsonNode change = body.node(Extras.ADDRESS);
        if (change.isNull()) {
            return change;
        }
        ObjectNode address = present.isObject() ? (ObjectNode) present : JsonLd.JSON.createObjectNode();
        for (String part : List.of("street", "postalCode", "city", "country")) {
            if (change.has(part)) {
                address.set(part, change.path(part));
            }
        }
        return address;
    }
}
