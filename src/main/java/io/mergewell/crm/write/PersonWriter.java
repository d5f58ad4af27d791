package io.mergewell.crm.write;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.CrmException;
import io.mergewell.person.LinkKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The way out by calls: effects on persons of one system, one call each. What only some systems can do is behind a port of
 * its own, so that the others cannot even be asked. It never sends anything twice, follows no redirect and
 * waits only before it sends, for a rate limit that the system told of; who asks for an effect decides what to do about
 * its {@link Reply}. Not safe for use by several threads.
 */
public interface PersonWriter extends AutoCloseable {

    /**
     * Sends a merge, once.
     *
     * @throws CrmException if nothing was done and nothing further can be: the credential or the permission is refused,
     *     the request could not leave this machine, the contract is broken in a way that forbids going on
     */
    Reply merge(Effect.Merge merge);

    /** Sends an update, once; throws as {@link #merge} does. */
    Reply update(Effect.Update update);

    /**
     * What has to be done before a merge can be sent, as far as it is not done yet; reads the system. Empty where the
     * system merges by one call.
     *
     * @param addition what the survivor shall hold; asked anew whenever it was read
     * @return in the order in which they are to be sent
     * @throws CrmException.UnusableRecord if nothing can be made of the survivor's record; others are as good as ever
     * @throws CrmException if the system cannot be read
     */
    List<Step> before(Effect.Merge merge, Addition addition);

    /** Whether a merge changes the survivor's time of change, so that it shows who made the duplicate disappear. */
    boolean mergeTouchesSurvivor();

    /** What a merge leaves on the duplicate, so that one that has any must not be merged. */
    Set<LinkKind> leftBehind();

    /** Tokens that a merge costs at most; 0 where calls cost nothing. */
    long mergePrice();

    /**
     * Whether {@link #update} can set a field: {@code name, emails, phones, organisation, birth-date, street, postcode,
     * city, country, job-title, labels, consent, custom.<key>}. The first answer about a field that not every company has
     * may cost a request.
     *
     * @throws CrmException if it takes a request and that fails
     */
    boolean writes(String field);

    /** The way to delete; empty where the system has none. */
    Optional<PersonDeletion> deletion();

    /** The way to bring a lost record back; empty where the system has none. */
    Optional<PersonRevival> revival();

    /** What has been spent since this writer was opened, replies of every kind included. */
    ApiUsage usage();

    @Override
    void close();
}
