package io.mergewell.sandbox.pipedrive;

import io.mergewell.sandbox.population.CustomField;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The {@code custom_fields} of an update: null clears a field, an empty list of options is an error. */
final class CustomPatch {

    private CustomPatch() {}

    static SortedMap<String, JsonNode> applied(BodyFields body, Map<String, JsonNode> present) {
        SortedMap<String, JsonNode> custom = new TreeMap<>(present);
        if (!body.has("custom_fields")) {
            return custom;
        }
        JsonNode changes = body.node("custom_fields");
        if (!changes.isObject()) {
            throw ApiException.badRequest("custom_fields must be an object");
        }
        changes.properties().forEach(change -> {
            CustomField field = CustomField.of(change.getKey())
                    .orElseThrow(() -> ApiException.badRequest("custom_fields has a key that does not exist"));
            if (change.getValue().isNull()) {
                custom.remove(field.key());
            } else {
                custom.put(field.key(), checked(field, change.getValue()));
            }
        });
        return custom;
    }

    private static JsonNode checked(CustomField field, JsonNode value) {
        boolean valid =
                switch (field.type()) {
                    case TEXT -> value.isString();
                    case DATE -> value.isString() && isDate(value.stringValue());
                    case ONE_OPTION -> isOption(field, value);
                    case OPTIONS ->
                        value.isArray()
                                && !value.isEmpty()
                                && value.valueStream().allMatch(option -> isOption(field, option));
                };
        if (!valid) {
            throw ApiException.badRequest("custom_fields has a value that does not fit the field " + field.key());
        }
        return value;
    }

    private static boolean isOption(CustomField field, JsonNode value) {
        return value.isIntegralNumber()
                && value.longValue() >= 1
                && value.longValue() <= field.options().size();
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
