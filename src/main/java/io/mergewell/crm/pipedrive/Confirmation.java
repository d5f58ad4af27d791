package io.mergewell.crm.pipedrive;

import io.mergewell.crm.Reply;
import io.mergewell.crm.http.Answer;
import io.mergewell.person.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code {"success": true, "data": {"id": …}}}, the answer to a write. Ids are passed on as they came, never as
 * they should be; an answer that names none leaves open what was done.
 */
final class Confirmation {

    private final String peer;

    Confirmation(String peer) {
        this.peer = peer;
    }

    /** {@code id} is the survivor, {@code merge_what_id} the one that was taken in. */
    Reply ofMerge(Answer answer) {
        return read(answer, data -> id(data, "id")
                .flatMap(survivor -> id(data, "merge_what_id").map(gone -> new Reply.Done(survivor, List.of(gone)))));
    }

    Reply ofUpdate(Answer answer) {
        return read(answer, data -> id(data, "id").map(updated -> new Reply.Done(updated, List.of())));
    }

    Reply ofCreation(Answer answer) {
        return ofUpdate(answer);
    }

    Reply ofDeletion(Answer answer) {
        return read(answer, data -> id(data, "id").map(gone -> new Reply.Done(null, List.of(gone))));
    }

    private Reply read(Answer answer, Function<JsonNode, Optional<Reply.Done>> reading) {
        if (!answer.isJson()) {
            return unknown("content of type " + answer.contentType() + " where JSON belongs");
        }
        JsonNode body;
        try {
            body = Json.MAPPER.readTree(answer.body());
        } catch (JacksonException notJson) {
            return unknown("an answer that is not JSON, or ends in the middle");
        }
        JsonNode success = body.path("success");
        if (!success.isBoolean() || !success.booleanValue()) {
            return unknown("status " + answer.status() + " but not \"success\": true");
        }
        Optional<Reply.Done> done = reading.apply(body.path("data"));
        return done.isPresent() ? done.get() : unknown("an answer that does not say whom it is about");
    }

    private static Optional<PersonId> id(JsonNode data, String name) {
        JsonNode id = data.path(name);
        return id.isIntegralNumber() && id.canConvertToLong() && id.longValue() > 0
                ? Optional.of(new PersonId(Long.toString(id.longValue())))
                : Optional.empty();
    }

    private Reply.Unknown unknown(String what) {
        return new Reply.Unknown(peer + " sent " + what + ", so that it may have been done or not");
    }
}
