package io.mergewell.crm.write;

import io.mergewell.crm.CrmException;
import io.mergewell.person.PersonId;

/** Deletes persons of one system. */
public interface PersonDeletion {

    /** How many persons one {@link Effect.Delete} may name; 1 or more. */
    int deletesAtOnce();

    /**
     * Tokens that deleting so many at once costs at most, with the {@link #leads} that must be counted before, as long as
     * they fill no second page; 0 where calls cost nothing.
     */
    long deletionPrice(int persons);

    /**
     * How many leads a person has, archived ones included, which no count in its record tells. Dear: at Pipedrive 40
     * tokens.
     *
     * @throws CrmException if that cannot be had
     */
    long leads(PersonId person);

    /** Sends a deletion, once; throws as {@link PersonWriter#merge} does. */
    Reply delete(Effect.Delete deletion);
}
