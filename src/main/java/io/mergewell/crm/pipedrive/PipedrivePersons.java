package io.mergewell.crm.pipedrive;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.NameSource;
import io.mergewell.crm.PersonLookup;
import io.mergewell.crm.PersonPage;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.Waiter;
import io.mergewell.crm.http.HttpReads;
import io.mergewell.crm.http.Peer;
import io.mergewell.crm.pipedrive.record.PersonFields;
import io.mergewell.crm.pipedrive.record.RecordPage;
import io.mergewell.crm.pipedrive.record.RecordParser;
import io.mergewell.crm.pipedrive.record.RecordShape;
import io.mergewell.person.PersonId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Persons of one Pipedrive company, through API v2. */
final class PipedrivePersons implements PersonLookup {

    /** {@code x-token-cost} of the list in Pipedrive's OpenAPI description. */
    private static final long LIST_TOKENS = 10;

    private final String peer;
    private final PersonFilter filter;
    private final PersonsQuery query;
    private final HttpReads reads;
    private Walk walk;

    private ConsentField consentField = ConsentField.UNTRIED;

    /** Companies without Pipedrive's Campaigns have no {@code marketing_status}; asking for it may then be refused. */
    private enum ConsentField {
        UNTRIED,
        ACCEPTED,
        REFUSED
    }

    PipedrivePersons(Peer pipedrive, PersonFilter filter, Duration timeout, Waiter waiter) {
        this.peer = pipedrive.name();
        this.filter = filter;
        this.query = new PersonsQuery(filter);
        this.reads = new HttpReads(pipedrive, timeout, waiter);
        this.walk = new Walk(peer);
    }

    /** Names of what these persons hold by number, asked for through the same connection. */
    NameSource names() {
        return new PipedriveNames(peer, reads, PersonFields.v2(peer, reads), new OrganisationList(peer, reads)::of);
    }

    @Override
    public boolean readsChanges() {
        return true;
    }

    @Override
    public PersonPage page(ReadScope scope, @Nullable String cursor) {
        if (cursor == null) {
            walk = new Walk(peer);
        }
        Listing.Page page = list(withConsent -> query.page(scope, cursor, withConsent), cursor);
        walk.check(cursor, page);
        return new PersonPage(page.persons(), page.gone(), List.of(), page.next());
    }

    @Override
    public List<SourcedPerson> byIds(List<PersonId> ids) {
        List<PersonId> wanted = new ArrayList<>(new LinkedHashSet<>(ids));
        List<SourcedPerson> found = new ArrayList<>();
        for (int from = 0; from < wanted.size(); from += PersonsQuery.MOST_IDS) {
            List<PersonId> batch = wanted.subList(from, Math.min(from + PersonsQuery.MOST_IDS, wanted.size()));
            Listing.Page page = list(withConsent -> query.byIds(batch, withConsent), null);
            checkAnswerTo(batch, page);
            found.addAll(page.persons());
        }
        return found;
    }

    /** A person that is missing counts as deleted, so that no answer in parts may pass for a whole one. */
    private void checkAnswerTo(List<PersonId> batch, Listing.Page page) {
        Set<String> unseen = new HashSet<>();
        batch.forEach(id -> unseen.add(id.value()));
        for (long id : page.ids()) {
            if (!unseen.remove(Long.toString(id))) {
                throw RecordParser.broken(peer, "sent person " + id + ", who was not asked for, or twice");
            }
        }
        if (page.next() != null && !unseen.isEmpty()) {
            throw RecordParser.broken(peer, "sent only some of the persons that were asked for");
        }
    }

    @Override
    public int freshAtOnce() {
        return PersonsQuery.MOST_IDS;
    }

    @Override
    public ApiUsage usage() {
        return reads.usage();
    }

    @Override
    public void close() {
        // The JDK's client of Java 17 cannot be closed; its threads are daemons and end with it.
    }

    private Listing.Page list(Function<Boolean, String> path, @Nullable String cursor) {
        Listing listing = ask(path, consentField != ConsentField.REFUSED);
        if (listing instanceof Listing.NotUnderstood refused
                && refused.status() == 400
                && consentField == ConsentField.UNTRIED) {
            Listing withoutConsent = ask(path, false);
            listing = withoutConsent instanceof Listing.Page ? withoutConsent : listing;
        }
        if (listing instanceof Listing.Page page) {
            consentField = page.consentAsked() ? ConsentField.ACCEPTED : ConsentField.REFUSED;
            return page;
        }
        throw notUnderstood(((Listing.NotUnderstood) listing).status(), cursor);
    }

    private Listing ask(Function<Boolean, String> path, boolean withConsent) {
        return reads.get(
                path.apply(withConsent),
                LIST_TOKENS,
                answer -> answer.status() == 200
                        ? page(RecordParser.parse(peer, RecordShape.v2(withConsent), answer), withConsent)
                        : new Listing.NotUnderstood(answer.status()));
    }

    private Listing.Page page(RecordPage page, boolean withConsent) {
        return new Listing.Page(page.persons(), page.gone(), page.ids(), withConsent, page.nextCursor(peer));
    }

    private CrmException notUnderstood(int status, @Nullable String cursor) {
        if (cursor != null && (status == 400 || status == 404 || status == 410)) {
            return new CrmException.CursorExpired(peer + " no longer knows where this read had come to (" + status
                    + "). It begins anew; nothing that was decided is lost.");
        }
        if (status == 400 && !filter.equals(PersonFilter.ALL)) {
            return new CrmException.Misconfigured(peer + " does not understand the filter (400). Do crm.filter-id and"
                    + " crm.owner-id name a filter for persons and a user of this company?");
        }
        return RecordParser.broken(peer, "answered the list of persons with status " + status);
    }
}
