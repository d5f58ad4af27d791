package io.mergewell.sandbox.rogerroger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of a body, read with strict types; what does not fit is a 422 that names the field. */
record PatchFields(JsonNode body) {

    boolean has(String field) {
        return body.has(field);
    }

    JsonNode node(String field) {
        return body.path(field);
    }

    /** A text, or null for one that is cleared. */
    @Nullable
    String text(String field) {
        JsonNode node = node(field);
        if (node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            throw ApiException.invalid(field, "This value should be of type string.");
        }
        return node.stringValue();
    }

    /** A point in time, or null for one that is cleared. */
    @Nullable
    Instant time(String field) {
        String text = text(field);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw ApiException.invalid(field, "This value is not a valid datetime.");
        }
    }

    List<JsonNode> list(String field) {
        JsonNode node = node(field);
        if (!node.isArray()) {
            throw ApiException.invalid(field, "This value should be of type array.");
        }
        return List.copyOf(node.values());
    }

    /** References, each a path that begins so; none if the body does not speak of them. */
    List<String> paths(String field, String beginning) {
        List<String> paths = new ArrayList<>();
        if (has(field)) {
            for (JsonNode node : list(field)) {
                if (!node.isString() || !node.stringValue().startsWith(beginning)) {
                    throw ApiException.invalid(field, "Invalid IRI.");
                }
                paths.add(node.stringValue());
            }
        }
        return paths;
    }

    /** The number at the end of a path; null if it is cleared. */
    @Nullable
    Long number(String field, String beginning) {
        String path = text(field);
        return path == null ? null : Long.valueOf(number(field, path, beginning));
    }

    static long number(String field, String path, String beginning) {
        String end = path.startsWith(beginning) ? path.substring(beginning.length()) : "";
        if (!end.matches("[1-9]\\d{0,8}")) {
            throw ApiException.invalid(field, "Item not found for this IRI.");
        }
        return Long.parseLong(end);
    }
}
