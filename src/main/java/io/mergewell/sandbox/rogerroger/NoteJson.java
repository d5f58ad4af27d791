package io.mergewell.sandbox.rogerroger;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** A note as RogerRoger shows it. */
final class NoteJson {

    private NoteJson() {}

    static void identify(ObjectNode note, long personId, String uuid) {
        note.put("@id", "/people/" + Uuids.ofPerson(personId) + "/notes/" + uuid);
        note.put("@type", "Note");
        note.put("id", uuid);
    }

    /** What a body asks for, without an id. */
    static ObjectNode written(PatchFields body, long author, Instant now) {
        ObjectNode note = JsonLd.JSON.createObjectNode();
        String description = body.text("description");
        if (description == null || description.isBlank()) {
            throw ApiException.invalid("description", "This value should not be blank.");
        }
        Long category = body.number("category", "/note_categories/");
        if (category == null || category > InventedNotes.CATEGORIES) {
            throw ApiException.invalid("category", "This value should not be null.");
        }
        note.put("description", description);
        note.put("category", "/note_categories/" + category);
        Long writer = body.has("author") ? body.number("author", "/users/") : null;
        note.put("author", "/users/" + (writer == null ? author : writer));
        note.put("isPrivate", body.node("isPrivate").asBoolean(false));
        note.put("flagged", body.node("flagged").asBoolean(false));
        Instant created = body.has("createdAt") ? body.time("createdAt") : null;
        note.put("createdAt", (created == null ? now : created).toString());
        return note;
    }
}
