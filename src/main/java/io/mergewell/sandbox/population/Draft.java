package io.mergewell.sandbox.population;

import io.mergewell.person.ContactValue;
import io.mergewell.person.Organisation;
import io.mergewell.person.PersonName;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** A record before it has an id and a history in the CRM. */
record Draft(
        String truth,
        PersonName name,
        List<ContactValue> emails,
        List<ContactValue> phones,
        Organisation organisation,
        SortedMap<String, String> custom,
        Standing standing,
        Set<Flaw> flaws) {

    /** How much history a record has. */
    enum Standing {
        /** The first record of somebody. */
        FIRST,
        /** A later record of somebody. */
        LATER,
        /** Nothing ever happened to it. */
        UNUSED
    }
}
