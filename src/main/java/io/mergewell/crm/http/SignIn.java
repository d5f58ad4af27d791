package io.mergewell.crm.http;

import io.mergewell.crm.settings.Secret;

/** How requests show who we are. One is shared by all that talk to a system, and is safe for use by several threads. */
public interface SignIn {

    /**
     * What the next request carries. May have to be asked for first.
     *
     * @throws io.mergewell.crm.CrmException if there is none to be had
     */
    Proof proof();

    /**
     * Whether a request that was answered 401 is worth sending once more, since it would carry another proof. Where it
     * is, the new one has been asked for.
     *
     * @param refused what the request carried
     * @throws io.mergewell.crm.CrmException if another one should have been had, and was not
     */
    boolean renewedAfter(Proof refused);

    /** A sentence for whoever meets a 401. */
    String adviceWhenRefused();

    /** A sentence for whoever meets a 403. */
    String adviceWhenForbidden();

    /** A request header; it is never part of an address. */
    record Proof(String header, Secret value) {}
}
