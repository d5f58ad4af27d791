package io.mergewell.crm.write;

import io.mergewell.crm.SourcedPerson;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** One write to a system: a single call, sent at most once by whoever asks for it. */
public sealed interface Effect {

    /** Two records become one: {@code duplicate} disappears, {@code survivor} stays. */
    record Merge(PersonId duplicate, PersonId survivor) implements Effect {

        public Merge {
            if (duplicate.equals(survivor)) {
                throw new IllegalArgumentException("A person is not merged with itself.");
            }
        }
    }

    /**
     * Some values of a record are set; lists such as e-mails are replaced whole, and what is not named stays.
     *
     * @param wanted the record as it shall be; its id says which
     * @param fields which of its fields are written, by the names that {@link PersonWriter#writes} knows; never empty
     */
    record Update(Person wanted, SortedSet<String> fields) implements Effect {

        public Update {
            fields = new TreeSet<>(fields);
            if (fields.isEmpty()) {
                throw new IllegalArgumentException("An update writes at least one field.");
            }
        }
    }

    /**
     * A note of one person is written to another, so that it stays when the first is gone.
     *
     * @param note its id in the system
     */
    record CopyNote(PersonId from, PersonId to, String note) implements Effect {

        public CopyNote {
            if (from.equals(to)) {
                throw new IllegalArgumentException("A note is not copied to the person that has it.");
            }
        }
    }

    /**
     * A record that is gone is made anew, with every value of it that the system takes. The system gives it a new id.
     *
     * @param former as {@link PersonRevival#recorded} reads it from the record that was kept
     */
    record Create(SourcedPerson former) implements Effect {}

    /**
     * Records are deleted.
     *
     * @param persons no more than {@link PersonDeletion#deletesAtOnce}; never empty
     */
    record Delete(List<PersonId> persons) implements Effect {

        public Delete {
            persons = List.copyOf(persons);
            if (persons.isEmpty()) {
                throw new IllegalArgumentException("A deletion names at least one person.");
            }
        }
    }
}
