package io.mergewell.crm.pipedrive.v1;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.PersonPage;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.http.Answer;
import io.mergewell.crm.http.HttpReads;
import io.mergewell.crm.http.PassingTrouble;
import io.mergewell.crm.pipedrive.record.Cursors;
import io.mergewell.crm.pipedrive.record.PersonFields;
import io.mergewell.crm.pipedrive.record.RecordPage;
import io.mergewell.crm.pipedrive.record.RecordParser;
import io.mergewell.person.Consent;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.Person;
import io.mergewell.person.PersonName;
import io.mergewell.person.PostalAddress;
import io.mergewell.person.RecordFacts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/v1/persons/collection}: everybody in the company, by a cursor, for global admins. Its records lack
 * the parts of the name, custom fields, the counts of linked records, the marketing status and what contact sync
 * brings. Source: {@code PersonsCollectionResponseObject} in the vendor's client for Node.
 */
final class CollectionList implements PersonList {

    private static final long TOKENS = 10;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String peer;
    private final HttpReads reads;
    private final PersonFilter filter;
    private final FlatRecord shape;
    private Cursors cursors;

    CollectionList(String peer, HttpReads reads, PersonFilter filter, PersonFields fields) {
        this.peer = peer;
        this.reads = reads;
        this.filter = filter;
        this.shape = new FlatRecord(fields, false);
        this.cursors = new Cursors(peer);
    }

    @Override
    public boolean readsChanges() {
        return true;
    }

    @Override
    public PersonPage page(ReadScope scope, @Nullable String cursor) {
        if (cursor == null) {
            cursors = new Cursors(peer);
        }
        RecordPage page = read(path(scope, cursor), cursor);
        if (new HashSet<>(page.ids()).size() < page.ids().size()) {
            throw RecordParser.broken(peer, "sent a person twice on one page");
        }
        String next = page.nextCursor(peer);
        cursors.check(cursor, page.ids(), next);
        List<SourcedPerson> listed = page.persons().stream()
                .map(person -> new SourcedPerson(asListed(person.person()), person.raw()))
                .toList();
        return new PersonPage(listed, page.gone(), List.of(), next);
    }

    /** A person as this list holds it, without what it does not carry. */
    @Override
    public Person asListed(Person person) {
        RecordFacts facts = person.facts();
        return new Person(
                person.id(),
                new PersonName(person.name().full(), null, null),
                person.emails(),
                person.phones(),
                person.organisation(),
                null,
                PostalAddress.NONE,
                null,
                new TreeMap<>(),
                new RecordFacts(
                        facts.ownerId(),
                        facts.labels(),
                        Consent.UNKNOWN,
                        LinkedRecords.UNKNOWN,
                        facts.addedAt(),
                        facts.updatedAt()));
    }

    private String path(ReadScope scope, @Nullable String cursor) {
        @Nullable Instant since = scope instanceof ReadScope.ChangedSince changed ? changed.since() : null;
        return new ListQuery("/api/v1/persons/collection", RecordPage.SIZE)
                .with("owner_id", filter.owner())
                .with("first_char", filter.firstChar())
                .with("since", since == null ? null : TIME.format(since))
                .with("cursor", cursor)
                .toString();
    }

    private RecordPage read(String path, @Nullable String cursor) {
        try {
            return reads.get(path, TOKENS, answer -> parse(answer, cursor));
        } catch (CrmException.Refused refused) {
            throw refused.tokenAccepted() ? adminsOnly() : refused;
        }
    }

    private RecordPage parse(Answer answer, @Nullable String cursor) throws PassingTrouble {
        if (answer.status() == 200) {
            return RecordParser.parse(peer, shape, answer);
        }
        Retirement.check(peer, answer);
        if (answer.status() == 400 && cursor != null) {
            throw new CrmException.CursorExpired(peer + " no longer knows where this read had come to (400). It begins"
                    + " anew; nothing that was decided is lost.");
        }
        throw RecordParser.broken(peer, "answered the collection of persons with status " + answer.status());
    }

    private CrmException.Refused adminsOnly() {
        return new CrmException.Refused(
                peer + " lets only global admins read all persons as a collection (403). Take the token of a global"
                        + " admin, or write crm.reader: list, which reads what the token's user may see.",
                true);
    }
}
