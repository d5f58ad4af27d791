package io.mergewell.crm.rogerroger;

import io.mergewell.crm.http.Answer;
import io.mergewell.crm.http.HttpReads;
import io.mergewell.crm.http.PassingTrouble;
import io.mergewell.crm.write.Unwritable;
import io.mergewell.person.PersonId;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads single people as they are now. */
final class PeopleReads {

    private final String peer;
    private final HttpReads reads;

    PeopleReads(String peer, HttpReads reads) {
        this.peer = peer;
        this.reads = reads;
    }

    /** The whole record; empty if there is none or it is archived. */
    Optional<JsonNode> find(PersonId id) {
        return findAny(id).filter(record -> !new PersonRecord(record).isArchived());
    }

    /** The whole record, archived or not; empty if there is none. */
    Optional<JsonNode> findAny(PersonId id) {
        return reads.get(path(id), 0, answer -> record(id, answer));
    }

    /** Nothing but letters, digits, hyphens and underscores may become part of a path. */
    static String path(PersonId id) {
        if (!Iri.isId(id.value())) {
            throw new Unwritable("RogerRoger gives no such id to a person.");
        }
        return "/people/" + id;
    }

    private Optional<JsonNode> record(PersonId id, Answer answer) throws PassingTrouble {
        if (answer.status() == 404 || answer.status() == 410) {
            return Optional.empty();
        }
        if (answer.status() != 200) {
            throw Json.broken(peer, "answered for person " + id + " with status " + answer.status());
        }
        JsonNode record = Json.object(peer, answer);
        if (!Iri.id(record).equals(Optional.of(id.value()))) {
            throw Json.broken(peer, "sent another person than " + id + ", who was asked for");
        }
        return Optional.of(record);
    }
}
