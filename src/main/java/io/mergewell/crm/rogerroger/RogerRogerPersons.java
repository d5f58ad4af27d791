package io.mergewell.crm.rogerroger;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.PersonLookup;
import io.mergewell.crm.PersonPage;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.UnusableValue;
import io.mergewell.crm.Waiter;
import io.mergewell.crm.http.HttpReads;
import io.mergewell.crm.http.Peer;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.person.PersonId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** People of one RogerRoger tenant, the archived left out. Its list has the whole record and no filter for what changed. */
final class RogerRogerPersons implements PersonLookup {

    private static final String LIST = "/people?itemsPerPage=30&order%5BcreatedAt%5D=asc&exists%5BarchivedAt%5D=false";

    /** How far a page is begun earlier if nobody who was known is on it: they may all have been archived meanwhile. */
    private static final List<Duration> STEPS_BACK = List.of(Duration.ofSeconds(1), Duration.ofDays(1));

    private final String peer;
    private final Endpoint endpoint;
    private final HttpReads reads;

    RogerRogerPersons(Endpoint endpoint, Duration timeout, Waiter waiter) {
        Peer rogerRoger = RogerRoger.peer(endpoint);
        this.peer = rogerRoger.name();
        this.endpoint = endpoint;
        this.reads = new HttpReads(rogerRoger, timeout, waiter);
    }

    @Override
    public boolean readsChanges() {
        return false;
    }

    /** One by one they would take hours, and every read is of everything. */
    @Override
    public boolean readsAgain() {
        return false;
    }

    @Override
    public PersonPage page(ReadScope scope, @Nullable String cursor) {
        Window window = cursor == null ? window(null, null, LIST) : following(cursor);
        return new PersonPage(window.persons(), List.of(), List.of(), window.isLast() ? null : window.lastMoment());
    }

    @Override
    public List<SourcedPerson> byIds(List<PersonId> ids) {
        List<SourcedPerson> found = new ArrayList<>();
        for (PersonId id : new LinkedHashSet<>(ids)) {
            person(id).ifPresent(found::add);
        }
        return found;
    }

    @Override
    public boolean readsOneByOne() {
        return true;
    }

    /** Twenty requests a minute go for all that is read and written: the two of one merge. */
    @Override
    public int freshAtOnce() {
        return 2;
    }

    @Override
    public ApiUsage usage() {
        return reads.usage();
    }

    @Override
    public void close() {
        // The JDK's client of Java 17 cannot be closed; its threads are daemons and end with it.
    }

    /** @param cursor the moment up to which all are known */
    private Window following(String cursor) {
        Instant known;
        try {
            known = PersonRecord.time("createdAt", cursor);
        } catch (UnusableValue otherVersion) {
            throw new CrmException.CursorExpired(
                    "The place where this read had come to is not one of RogerRoger's. It begins anew.");
        }
        Window window = window(known, known, from(cursor));
        for (int step = 0; step < STEPS_BACK.size() && !window.joins(); step++) {
            Instant earlier = known.minus(STEPS_BACK.get(step));
            window = window(earlier, known, from(earlier.toString()));
        }
        return window;
    }

    private static String from(String moment) {
        return LIST + "&createdAt%5Bafter%5D=" + URLEncoder.encode(moment, StandardCharsets.UTF_8);
    }

    private Window window(@Nullable Instant from, @Nullable Instant known, String first) {
        return Window.read(peer, from, known, first, this::list);
    }

    private Listing list(String path) {
        return reads.get(path, 0, answer -> {
            if (answer.status() != 200) {
                throw Json.broken(peer, "answered the list of people with status " + answer.status());
            }
            return Listing.parse(peer, endpoint.baseUrl(), answer);
        });
    }

    private Optional<SourcedPerson> person(PersonId id) {
        return new PeopleReads(peer, reads).find(id).map(record -> sourced(id, record));
    }

    private SourcedPerson sourced(PersonId id, JsonNode record) {
        try {
            return new SourcedPerson(new PersonRecord(record).person(), Json.MAPPER.writeValueAsString(record));
        } catch (UnusableValue unusable) {
            throw Json.broken(peer, "sent person " + id + " with " + unusable.what());
        }
    }
}
