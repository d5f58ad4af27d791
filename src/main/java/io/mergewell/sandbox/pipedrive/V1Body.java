package io.mergewell.sandbox.pipedrive;

import io.mergewell.sandbox.population.CustomField;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of a write of v1, brought into the form of v2: {@code email} and {@code phone} are lists or single values,
 * {@code primary} may be a text, {@code visible_to} is one, labels and options may be joined by commas, and custom
 * fields stand at the root. Source: {@code BasicPersonRequest} in the client for Node.
 */
final class V1Body {

    private V1Body() {}

    static String inFormOfV2(String text) {
        BodyFields body = BodyFields.of(text);
        ObjectNode v2 = Envelope.JSON.createObjectNode();
        for (String name : body.names()) {
            JsonNode value = body.node(name);
            Optional<CustomField> field = CustomField.of(name);
            if (field.isPresent()) {
                v2.withObjectProperty("custom_fields").set(name, custom(field.get(), value));
                continue;
            }
            switch (name) {
                case "email" -> v2.set("emails", contacts(value));
                case "phone" -> v2.set("phones", contacts(value));
                case "label" -> v2.set("label_ids", numbers(value));
                case "visible_to" -> v2.set(name, number(value));
                default -> v2.set(name, value);
            }
        }
        return Envelope.JSON.writeValueAsString(v2);
    }

    private static JsonNode contacts(JsonNode value) {
        ArrayNode list = Envelope.JSON.createArrayNode();
        if (value.isString()) {
            list.addObject().set("value", value);
            return list;
        }
        for (JsonNode entry : value) {
            ObjectNode copy = list.addObject();
            entry.forEachEntry(copy::set);
            if (entry.path("primary").isString()) {
                copy.put("primary", entry.path("primary").asBoolean());
            }
        }
        return list;
    }

    private static JsonNode custom(CustomField field, JsonNode value) {
        if (value.isNull() || value.asString("-").isEmpty()) {
            return Envelope.JSON.nullNode();
        }
        return switch (field.type()) {
            case DATE, TEXT -> value;
            case ONE_OPTION -> number(value);
            case OPTIONS -> value.isArray() ? value : numbers(value);
        };
    }

    private static ArrayNode numbers(JsonNode joined) {
        ArrayNode list = Envelope.JSON.createArrayNode();
        if (!joined.isNull()) {
            Stream.of(joined.asString().split(",", -1))
                    .map(part -> number(Envelope.JSON.getNodeFactory().stringNode(part.strip())))
                    .forEach(list::add);
        }
        return list;
    }

    /** A number that may be written as text; what is none is left for the checks of v2. */
    private static JsonNode number(JsonNode value) {
        return value.isString() && value.stringValue().matches("\\d{1,9}")
                ? Envelope.JSON.getNodeFactory().numberNode(Integer.parseInt(value.stringValue()))
                : value;
    }
}
