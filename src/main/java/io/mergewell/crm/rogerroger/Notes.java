package io.mergewell.crm.rogerroger;

import io.mergewell.crm.http.HttpReads;
import io.mergewell.person.PersonId;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code /people/{id}/notes}. Nothing documented deletes a note, so that pages shift the harmless way only. */
final class Notes {

    private final String peer;
    private final URI host;
    private final HttpReads reads;

    Notes(String peer, URI host, HttpReads reads) {
        this.peer = peer;
        this.host = host;
        this.reads = reads;
    }

    /** Those of one person that another lacks, in the order they were written. */
    List<Note> lacking(PersonId holder, PersonId other) {
        List<Note> theirs = all(other);
        if (theirs.isEmpty()) {
            return List.of();
        }
        List<Note> held = all(holder);
        return theirs.stream()
                .filter(note -> held.stream().noneMatch(own -> own.holds(note, other)))
                .sorted(Note.BY_TIME)
                .toList();
    }

    /** All of a person. */
    List<Note> all(PersonId person) {
        Map<String, Note> notes = new LinkedHashMap<>();
        Set<String> asked = new HashSet<>();
        @Nullable String path = PeopleReads.path(person) + "/notes?itemsPerPage=30";
        while (path != null) {
            if (!asked.add(path)) {
                throw broken("names a page of notes it had named before");
            }
            Listing page = page(path);
            for (JsonNode json : page.members()) {
                Note note = Note.of(json).orElseThrow(() -> broken("sent a note without an id"));
                notes.put(note.id(), note);
            }
            path = page.next();
            if (path == null && page.total().orElse(0) > notes.size()) {
                throw broken("says that there are more notes and not where");
            }
        }
        return List.copyOf(notes.values());
    }

    private Listing page(String path) {
        return reads.get(path, 0, answer -> {
            if (answer.status() != 200) {
                throw broken("answered a list of notes with status " + answer.status());
            }
            return Listing.parse(peer, host, answer);
        });
    }

    private RuntimeException broken(String what) {
        return Json.broken(peer, what);
    }
}
