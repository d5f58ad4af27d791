package io.mergewell.crm.pipedrive.v1;

import io.mergewell.crm.PersonPage;
import io.mergewell.crm.ReadScope;
import io.mergewell.person.Person;
import org.jspecify.annotations.Nullable;

/** One of the two lists of persons that API v1 has. */
interface PersonList {

    /** As {@link io.mergewell.crm.PersonSource#page}. */
    PersonPage page(ReadScope scope, @Nullable String cursor);

    /** As {@link io.mergewell.crm.PersonSource#readsChanges}. */
    boolean readsChanges();

    /** As {@link io.mergewell.crm.PersonSource#asListed}. */
    Person asListed(Person person);
}
