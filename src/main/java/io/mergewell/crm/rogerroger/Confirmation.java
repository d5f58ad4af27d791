package io.mergewell.crm.rogerroger;

import io.mergewell.crm.UnusableValue;
import io.mergewell.crm.http.Answer;
import io.mergewell.crm.http.WriteAnswers;
import io.mergewell.crm.write.Reply;
import io.mergewell.person.PersonId;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the record that answers a write. Ids are passed on as they came; an answer that does not show what was asked for
 * leaves open what was done.
 */
final class Confirmation {

    private final WriteAnswers answers;

    Confirmation(String peer) {
        this.answers = new WriteAnswers(peer);
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
                        : answers.unknown("a person that is not archived"));
    }

    Reply ofReturn(Answer answer) {
        return person(
                answer,
                person -> person.isArchived()
                        ? answers.unknown("a person that is still archived")
                        : new Reply.Done(person.id(), List.of()));
    }

    Reply ofNote(Answer answer, PersonId person) {
        return answers.read(
                answer,
                note -> Note.of(note).isPresent()
                        ? new Reply.Done(person, List.of())
                        : answers.unknown("a note without an id"));
    }

    private Reply person(Answer answer, Function<PersonRecord, Reply> reading) {
        return answers.read(answer, json -> {
            try {
                PersonRecord person = new PersonRecord(json);
                person.id();
                return reading.apply(person);
            } catch (UnusableValue unusable) {
                return answers.unknown("an answer that does not say whom it is about");
            }
        });
    }
}
