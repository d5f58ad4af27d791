package io.mergewell.crm.pipedrive.write;

import io.mergewell.crm.write.Unwritable;
import io.mergewell.person.PersonId;

/** A person's id as part of an address: nothing but digits may become that. */
public final class PathNumber {

    private PathNumber() {}

    /**
     * The number that it is.
     *
     * @throws Unwritable if Pipedrive gives no such id
     */
    public static long of(PersonId person) {
        if (!person.value().matches("[1-9]\\d{0,17}")) {
            throw new Unwritable("Pipedrive gives no such id to a person.");
        }
        return Long.parseLong(person.value());
    }
}
