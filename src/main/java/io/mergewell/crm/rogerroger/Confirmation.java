package io.mergewell.crm.rogerroger;

import io.mergewell.crm.Reply;
import io.mergewell.crm.UnusableValue;
import io.mergewell.crm.http.Answer;
import io.mergewell.person.PersonId;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the record that answers a write. Ids are passed on as they came; an answer that does not show what was asked for
 * leaves open what was done.
 */
final class Confirmation {

    private final String peer;

    Confirmation(String peer) {
        this.peer = peer;
    }

    Reply ofUpdate(Answer answer) {
        return person(answer, person -> new Reply.Done(person.id(), List.of()));
    }

    /** The survivor is not in the answer: a merge ends with the duplicate's archiving alone. */
    Reply ofArchiving(Answer answer, PersonId survivor) {
        return person(
                answer,
                person -> person.isArchived()
                        ? new Reply.Done(survivor, List.of(person.id()))
                        : unknown("a person that is not archived"));
    }

    Reply ofReturn(Answer answer) {
        return person(
                answer,
                person -> person.isArchived()
                        ? unknown("a person that is still archived")
                        : new Reply.Done(person.id(), List.of()));
    }

    Reply ofNote(Answer answer, PersonId person) {
        return read(
                answer,
                note -> Note.of(note).isPresent()
                        ? new Reply.Done(person, List.of())
                        : unknown("a note without an id"));
    }

    private Reply person(Answer answer, Function<PersonRecord, Reply> reading) {
        return read(answer, json -> {
            try {
                PersonRecord person = new PersonRecord(json);
                person.id();
                return reading.apply(person);
            } catch (UnusableValue unusable) {
                return unknown("an answer that does not say whom it is about");
            }
        });
    }

    private Reply read(Answer answer, Function<JsonNode, Reply> reading) {
        if (!answer.isJson()) {
            return unknown("content of type " + answer.contentType() + " where JSON belongs");
        }
        try {
            return reading.apply(Json.MAPPER.readTree(answer.body()));
        } catch (JacksonException notJson) {
            return unknown("an answer that is not JSON, or ends in the middle");
        }
    }

    private Reply.Unknown unknown(String what) {
        return new Reply.Unknown(peer + " sent " + what + ", so that it may have been done or not");
    }
}
