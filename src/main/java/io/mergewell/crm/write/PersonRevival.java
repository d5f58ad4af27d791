package io.mergewell.crm.write;

import io.mergewell.crm.SourcedPerson;

/** Brings records of one system back that are gone. */
public interface PersonRevival {

    /**
     * Whether a record comes back under the id it had, rather than as a new one. Then asking once more changes nothing.
     */
    boolean bringsBack();

    /**
     * Reads a record of this system that was kept, as {@link SourcedPerson#raw} gave it.
     *
     * @throws IllegalArgumentException if it is none; the message holds no value of it
     */
    SourcedPerson recorded(String raw);

    /** Sends a creation, once; throws as {@link PersonWriter#merge} does. */
    Reply create(Effect.Create creation);
}
