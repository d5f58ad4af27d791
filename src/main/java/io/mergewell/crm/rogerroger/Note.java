package io.mergewell.crm.rogerroger;

import io.mergewell.crm.http.HttpWrites.Body;
import io.mergewell.person.PersonId;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A note on a person.
 *
 * @param id the last part of its path
 * @param json as RogerRoger writes it
 */
record Note(String id, JsonNode json) {

    /** In the order they were written. */
    static final Comparator<Note> BY_TIME =
            Comparator.comparing(Note::createdAt).thenComparing(Note::id);

    static Optional<Note> of(JsonNode json) {
        return Iri.id(json).map(id -> new Note(id, json));
    }

    /** The end of a copy, by which it is known. */
    String mark(PersonId person) {
        return "[mergewell " + person + "/" + id + "]";
    }

    /** Whether this note is the other one of that person: a copy of it, or the same by content, kind and time. */
    boolean holds(Note other, PersonId person) {
        return description().contains(other.mark(person))
                || (description().strip().equals(other.description().strip())
                        && Objects.equals(category(), other.category())
                        && createdAt().equals(other.createdAt()));
    }

    /** The body of a copy: with the date, the author and the privacy of the original. */
    Body copy(PersonId person) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        String text = description();
        body.put("description", text.isBlank() ? mark(person) : text + "\n\n" + mark(person));
        putIfPresent(body, "category", category());
        putIfPresent(body, "author", Iri.path(json.path("author"), "users").orElse(null));
        for (String kept : new String[] {"createdAt", "isPrivate", "flagged"}) {
            if (!json.path(kept).isMissingNode() && !json.path(kept).isNull()) {
                body.set(kept, json.path(kept));
            }
        }
        return new Body("application/ld+json", Json.MAPPER.writeValueAsString(body));
    }

    private static void putIfPresent(ObjectNode body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    private String description() {
        return Objects.requireNonNullElse(Json.text(json.path("description")), "");
    }

    private @Nullable String category() {
        return Iri.path(json.path("category"), "note_categories").orElse(null);
    }

    private String createdAt() {
        return Objects.requireNonNullElse(Json.text(json.path("createdAt")), "");
    }
}
