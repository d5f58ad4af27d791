package io.mergewell.crm.rogerroger;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values of a record that was read, in the form in which they are written: references as paths, what is embedded without
 * its JSON-LD marks. A merge patch (RFC 7396) replaces lists whole.
 */
final class Writable {

    static final String EMAILS = "emailAddresses";
    static final String PHONES = "phoneNumbers";
    static final String ADDRESS = "address";
    static final String OWNER = "owner";

    /** What the documentation's table calls writable, beside {@code archivedAt}. */
    static final List<String> FIELDS = List.of(
            "familyName",
            "givenName",
            "additionalName",
            "initials",
            "honorificPrefix",
            "customerId",
            "linkedinId",
            "externalSource",
            "isTracked",
            "jobTitle",
            OWNER,
            "organizations",
            "tags",
            "segments",
            EMAILS,
            PHONES,
            ADDRESS);

    private static final Set<String> LISTS = Set.of(EMAILS, PHONES);

    private Writable() {}

    /** One of {@link #FIELDS} of a record. */
    static JsonNode of(JsonNode record, String field) {
        JsonNode value = record.path(field);
        if (PersonRecord.REFERENCES.contains(field)) {
            ArrayNode paths = Json.MAPPER.createArrayNode();
            value.forEach(reference -> Iri.path(reference, field).ifPresent(paths::add));
            return paths;
        }
        if (field.equals(OWNER)) {
            return Iri.path(value, "users")
                    .<JsonNode>map(path -> Json.MAPPER.getNodeFactory().stringNode(path))
                    .orElseGet(Json.MAPPER::nullNode);
        }
        if (LISTS.contains(field)) {
            ArrayNode entries = Json.MAPPER.createArrayNode();
            value.forEach(entry -> entries.add(bare(entry)));
            return entries;
        }
        return value.isObject() ? bare(value) : value.isMissingNode() ? Json.MAPPER.nullNode() : value;
    }

    private static JsonNode bare(JsonNode embedded) {
        if (!embedded.isObject()) {
            return embedded;
        }
        ObjectNode bare = Json.MAPPER.createObjectNode();
        embedded.properties().stream()
                .filter(property ->
                        !property.getKey().startsWith("@") && !property.getKey().equals("id"))
                .forEach(property -> bare.set(property.getKey(), property.getValue()));
        return bare;
    }
}
