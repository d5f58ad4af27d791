package io.mergewell.crm.pipedrive;

import io.mergewell.crm.SourcedPerson;
import io.mergewell.person.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the list of persons answered. */
sealed interface Listing {

    /**
     * A page of it.
     *
     * @param ids of all records, the deleted ones included, in the order they came
     * @param consentAsked whether the persons' marketing status was part of the question
     * @param next the next cursor; null at the end
     */
    record Page(
            List<SourcedPerson> persons,
            List<PersonId> gone,
            List<Long> ids,
            boolean consentAsked,
            @Nullable String next)
            implements Listing {}

    /** The question was not understood: a status from 400 to 499. */
    record NotUnderstood(int status) implements Listing {}
}
