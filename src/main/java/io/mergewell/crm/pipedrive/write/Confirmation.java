package io.mergewell.crm.pipedrive.write;

import io.mergewell.crm.http.Answer;
import io.mergewell.crm.http.WriteAnswers;
import io.mergewell.crm.write.Reply;
import io.mergewell.person.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code {"success": true, "data": {"id": …}}}, the answer to a write. Ids are passed on as they came, never as
 * they should be; an answer that names none leaves open what was done.
 */
public final class Confirmation {

    private final WriteAnswers answers;

    /**
     * Reads the answers of one system.
     *
     * @param peer name and host, for a sentence
     */
    Confirmation(String peer) {
        this.answers = new WriteAnswers(peer);
    }

    /** {@code id} is the survivor, {@code merge_what_id} the one that was taken in. */
    Reply ofMerge(Answer answer) {
        return read(answer, data -> id(data, "id")
                .flatMap(survivor -> id(data, "merge_what_id").map(gone -> new Reply.Done(survivor, List.of(gone)))));
    }

    /** {@code id} is the person that was written. */
    Reply ofUpdate(Answer answer) {
        return read(answer, data -> id(data, "id").map(updated -> new Reply.Done(updated, List.of())));
    }

    /** {@code id} is the new person. */
    Reply ofCreation(Answer answer) {
        return ofUpdate(answer);
    }

    Reply ofDeletion(Answer answer) {
        return read(answer, data -> id(data, "id").map(gone -> new Reply.Done(null, List.of(gone))));
    }

    /** {@code id} is a list of those that are gone, who may be fewer than were named. */
    public Reply ofDeletions(Answer answer) {
        return read(answer, data -> ids(data.path("id")).map(gone -> new Reply.Done(null, gone)));
    }

    private Reply read(Answer answer, Function<JsonNode, Optional<Reply.Done>> reading) {
        return answers.read(answer, body -> {
            JsonNode success = body.path("success");
            if (!success.isBoolean() || !success.booleanValue()) {
                return answers.unknown("status " + answer.status() + " but not \"success\": true");
            }
            Optional<Reply.Done> done = reading.apply(body.path("data"));
            return done.isPresent() ? done.get() : answers.unknown("an answer that does not say whom it is about");
        });
    }

    private static Optional<List<PersonId>> ids(JsonNode list) {
        List<PersonId> ids = new ArrayList<>();
        for (JsonNode id : list) {
            number(id).ifPresent(ids::add);
        }
        return list.isArray() && ids.size() == list.size() ? Optional.of(ids) : Optional.empty();
    }

    private static Optional<PersonId> id(JsonNode data, String name) {
        return number(data.path(name));
    }

    private static Optional<PersonId> number(JsonNode id) {
        return id.isIntegralNumber() && id.canConvertToLong() && id.longValue() > 0
                ? Optional.of(new PersonId(Long.toString(id.longValue())))
                : Optional.empty();
    }
}
