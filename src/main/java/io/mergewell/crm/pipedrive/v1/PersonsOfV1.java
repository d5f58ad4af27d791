package io.mergewell.crm.pipedrive.v1;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.PersonLookup;
import io.mergewell.crm.PersonPage;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.http.HttpReads;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Persons of one Pipedrive company, through API v1. */
final class PersonsOfV1 implements PersonLookup {

    /** Single calls, of which the smallest plan allows 20 in two seconds. */
    private static final int FRESH_AT_ONCE = 20;

    private final HttpReads reads;
    private final PersonList list;
    private final SinglePersons singles;

    /** @param reads the connection of both */
    PersonsOfV1(HttpReads reads, PersonList list, SinglePersons singles) {
        this.reads = reads;
        this.list = list;
        this.singles = singles;
    }

    @Override
    public boolean readsChanges() {
        return list.readsChanges();
    }

    @Override
    public boolean readsOneByOne() {
        return true;
    }

    @Override
    public int freshAtOnce() {
        return FRESH_AT_ONCE;
    }

    @Override
    public Person asListed(Person person) {
        return list.asListed(person);
    }

    @Override
    public PersonPage page(ReadScope scope, @Nullable String cursor) {
        return list.page(scope, cursor);
    }

    @Override
    public List<SourcedPerson> byIds(List<PersonId> ids) {
        return ids.stream()
                .distinct()
                .map(singles::find)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public ApiUsage usage() {
        return reads.usage();
    }

    @Override
    public void close() {
        // The JDK's client of Java 17 cannot be closed; its threads are daemons and end with it.
    }
}
