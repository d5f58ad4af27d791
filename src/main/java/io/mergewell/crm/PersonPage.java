package io.mergewell.crm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One checked page of persons: ids present and unique, the cursor moving forward.
 *
 * @param next where the following page begins; null on the last page
 * @param rejected records that could not be read as a person; never silently dropped
 */
public record PersonPage(
        List<SourcedPerson> persons,
        List<RejectedRecord> rejected,
        @Nullable String next) {

    public PersonPage {
        persons = List.copyOf(persons);
        rejected = List.copyOf(rejected);
    }
}
