package io.mergewell.crm;

import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.util.List;

/** A way in that also reads single persons. */
public interface PersonLookup extends PersonSource {

    /**
     * The present state of some persons; those that are deleted, merged away or unknown are left out.
     *
     * @throws CrmException as {@link #page}
     */
    List<SourcedPerson> byIds(List<PersonId> ids);

    /** How many persons {@link #byIds} reads within seconds, so that the first is as fresh as the last; 1 or more. */
    int freshAtOnce();

    /**
     * Whether {@link #byIds} asks for each person by a call of its own, so that each has its price: then a record that the
     * CRM said is gone is not looked for again.
     */
    default boolean readsOneByOne() {
        return false;
    }

    /**
     * Whether persons of a plan are to be read once more through {@link #byIds}, since what the pages gave may be old or
     * not the whole record.
     */
    default boolean readsAgain() {
        return true;
    }

    /**
     * A person as {@link #page} would give it: where lists of persons leave out what {@link #byIds} has, without that.
     */
    default Person asListed(Person person) {
        return person;
    }
}
