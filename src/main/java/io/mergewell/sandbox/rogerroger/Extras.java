package io.mergewell.sandbox.rogerroger;

import io.mergewell.sandbox.population.CustomField;
import io.mergewell.sandbox.state.Card;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** What RogerRoger keeps of a person and a card has no place for: it lies among the custom fields, as JSON in text. */
final class Extras {

    static final List<String> TEXTS =
            List.of("additionalName", "initials", "honorificPrefix", "jobTitle", "linkedinId", "externalSource");

    static final String ADDRESS = "address";
    static final String ORGANIZATIONS = "organizations";
    static final String SEGMENTS = "segments";

    private Extras() {}

    static JsonNode of(Card card, String field) {
        JsonNode kept = card.custom().get(key(field));
        if (kept != null) {
            return JsonLd.JSON.readTree(kept.stringValue());
        }
        return field.equals("externalSource") ? source(card) : JsonLd.JSON.nullNode();
    }

    static void put(Map<String, JsonNode> custom, String field, JsonNode value) {
        custom.put(key(field), StringNode.valueOf(value.toString()));
    }

    /** The sandbox knows where most of its people came from. */
    private static JsonNode source(Card card) {
        return Optional.ofNullable(card.custom().get(CustomField.SOURCE.key()))
                .map(option -> CustomField.SOURCE.options().get(option.intValue() - 1))
                .<JsonNode>map(StringNode::valueOf)
                .orElseGet(JsonLd.JSON::nullNode);
    }

    private static String key(String field) {
        return "rogerroger." + field;
    }
}
