package io.mergewell.crm;

import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.util.List;

/**
 * The way out: effects on persons of one system, one call each. It never sends anything twice, follows no redirect and
 * waits only before it sends, for a rate limit that the system told of; who asks for an effect decides what to do about
 * its {@link Reply}. Not safe for use by several threads.
 */
public interface PersonWriter extends AutoCloseable {

    /**
     * Sends one effect, once.
     *
     * @throws CrmException if nothing was done and nothing further can be: the credential or the permission is refused,
     *     the request could not leave this machine, the contract is broken in a way that forbids going on
     */
    Reply send(Effect effect);

    /**
     * What has to be done before a merge can be sent, as far as it is not done yet; reads the system. Empty where the
     * system merges by one call.
     *
     * @param wanted the survivor as it shall be (golden record)
     * @return in the order in which they are to be sent
     * @throws CrmException if the system cannot be read
     */
    List<Effect> before(Effect.Merge merge, Person wanted);

    /** Whether a merge changes the survivor's time of change, so that it shows who made the duplicate disappear. */
    boolean mergeTouchesSurvivor();

    /**
     * Whether {@link Effect.Update} can set a field: {@code name, emails, phones, organisation, birth-date, street,
     * postcode, city, country, job-title, labels, consent, custom.<key>}. The first answer about a field that not every
     * company has may cost a request.
     *
     * @throws CrmException if it takes a request and that fails
     */
    boolean writes(String field);

    /** Whether {@link Effect.Create} is understood. */
    boolean creates();

    /**
     * Whether {@link Effect.Create} brings a record back under the id it had, rather than making a new one. Then sending
     * it once more changes nothing.
     */
    default boolean bringsBack() {
        return false;
    }

    /**
     * Reads a record of this system that was kept, as {@link SourcedPerson#raw} gave it.
     *
     * @throws IllegalArgumentException if it is none; the message holds no value of it
     */
    SourcedPerson recorded(String raw);

    /** How many persons one {@link Effect.Delete} may name; 1 or more. */
    int deletesAtOnce();

    /**
     * Tokens that this effect costs at most, with the {@link #leads} that must be counted before a deletion, as long as
     * they fill no second page; 0 where calls cost nothing.
     */
    long price(Effect effect);

    /**
     * How many leads a person has, archived ones included, which no count in its record tells. Dear: at Pipedrive 40
     * tokens.
     *
     * @throws CrmException if that cannot be had
     */
    long leads(PersonId person);

    /** What has been spent since this writer was opened, replies of every kind included. */
    ApiUsage usage();

    @Override
    void close();
}
