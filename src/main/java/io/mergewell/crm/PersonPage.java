package io.mergewell.crm;

import io.mergewell.person.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One checked page of persons: ids present and unique, the cursor moving forward. The same person may come again on a
 * later page if the system changed meanwhile; the later one holds.
 *
 * @param gone persons the system names as deleted; whoever keeps a copy drops them
 * @param rejected records that could not be read as a person; never silently dropped
 * @param next where the following page begins; null on the last page
 */
public record PersonPage(
        List<SourcedPerson> persons,
        List<PersonId> gone,
        List<RejectedRecord> rejected,
        @Nullable String next) {

    public PersonPage {
        persons = List.copyOf(persons);
        gone = List.copyOf(gone);
        rejected = List.copyOf(rejected);
    }
}
