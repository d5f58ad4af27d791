package io.mergewell.crm.rogerroger;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How RogerRoger refers to its records: by a path such as {@code /people/0196…}, bare or as {@code @id} of an object, or by
 * an {@code id} alone.
 */
final class Iri {

    /** What may become part of a path: UUIDs and numbers. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Iri() {}

    /** The last part of what a record is referred to by; empty if there is none or it cannot be one. */
    static Optional<String> id(JsonNode reference) {
        String text = text(reference);
        return text == null
                ? Optional.empty()
                : Optional.of(text.substring(text.lastIndexOf('/') + 1)).filter(Iri::isId);
    }

    /** Whether an object is named for its answer alone: nothing can be referred to by that name later. */
    static boolean isBlankNode(JsonNode object) {
        String name = Objects.requireNonNullElse(Json.text(object.path("@id")), "");
        return name.startsWith("_:") || name.startsWith("/.well-known/genid/");
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * The path of a record.
     *
     * @param kind the first part of the path where only an id is given, such as {@code tags}
     */
    static Optional<String> path(JsonNode reference, String kind) {
        String text = text(reference);
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(text.startsWith("/") ? text : "/" + kind + "/" + text);
    }

    private static @Nullable String text(JsonNode reference) {
        if (!reference.isObject()) {
            return Json.text(reference);
        }
        String iri = Json.text(reference.path("@id"));
        return iri != null ? iri : Json.text(reference.path("id"));
    }
}
