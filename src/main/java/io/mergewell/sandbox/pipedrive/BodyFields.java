package io.mergewell.sandbox.pipedrive;

import io.mergewell.person.ContactValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A JSON body and its fields, read with strict types: no string is taken for a number, no 1 for true. */
final class BodyFields {

    private static final Set<String> CONTACT_FIELDS = Set.of("value", "primary", "label");

    private final JsonNode body;

    private BodyFields(JsonNode body) {
        this.body = body;
    }

    static BodyFields of(String text) {
        try {
            JsonNode body = Envelope.JSON.readTree(text);
            if (body.isObject()) {
                return new BodyFields(body);
            }
        } catch (JacksonException e) {
            throw ApiException.badRequest("The request body is not valid JSON");
        }
        throw ApiException.badRequest("The request body must be a JSON object");
    }

    Collection<String> names() {
        return body.propertyNames();
    }

    boolean has(String field) {
        return body.optional(field).isPresent();
    }

    JsonNode node(String field) {
        return body.path(field);
    }

    /** A text that is not blank. */
    String text(String field) {
        JsonNode node = node(field);
        if (!node.isString() || node.stringValue().isBlank()) {
            throw ApiException.badRequest(field + " must be a non-empty string");
        }
        return node.stringValue();
    }

    long number(String field) {
        JsonNode node = node(field);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw ApiException.badRequest(field + " must be a number");
        }
        return node.longValue();
    }

    @Nullable
    Long numberOrNull(String field) {
        return node(field).isNull() ? null : number(field);
    }

    <T> T choice(String field, Map<String, T> choices) {
        return Optional.ofNullable(choices.get(text(field)))
                .orElseThrow(() -> ApiException.badRequest(field + " has a value that is not supported"));
    }

    List<JsonNode> list(String field) {
        JsonNode node = node(field);
        if (!node.isArray()) {
            throw ApiException.badRequest(field + " must be an array");
        }
        return List.copyOf(node.values());
    }

    /** E-mails or phones, or what there is if the body does not speak of them. The first is primary if none is. */
    List<ContactValue> contacts(String field, List<ContactValue> present) {
        if (!has(field)) {
            return present;
        }
        List<ContactValue> contacts = new ArrayList<>();
        list(field).forEach(node -> contacts.add(contact(field, node)));
        if (contacts.stream().filter(ContactValue::primary).count() > 1) {
            throw ApiException.badRequest(field + " can have only one primary value");
        }
        if (!contacts.isEmpty() && contacts.stream().noneMatch(ContactValue::primary)) {
            ContactValue first = contacts.get(0);
            contacts.set(0, new ContactValue(first.value(), first.label(), true));
        }
        return contacts;
    }

    private static ContactValue contact(String field, JsonNode node) {
        JsonNode value = node.path("value");
        JsonNode primary = node.path("primary");
        JsonNode label = node.path("label");
        boolean valid = node.isObject()
                && CONTACT_FIELDS.containsAll(node.propertyNames())
                && value.isString()
                && !value.stringValue().isBlank()
                && (primary.isMissingNode() || primary.isBoolean())
                && (label.isMissingNode() || label.isString());
        if (!valid) {
            throw ApiException.badRequest(field + " must hold objects with value, primary and label");
        }
        return new ContactValue(value.stringValue(), label.stringValue("work"), primary.booleanValue(false));
    }
}
