package io.mergewell.crm.wethod;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.PersonPage;
import io.mergewell.crm.PersonSource;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.Waiter;
import io.mergewell.crm.http.Answer;
import io.mergewell.crm.http.HttpReads;
import io.mergewell.crm.http.PassingTrouble;
import io.mergewell.crm.http.Peer;
import io.mergewell.person.PersonId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Persons of one Wethod company. See {@link Place} for how a list without an order is read whole. */
final class WethodPersons implements PersonSource {

    /** A list that changes so often is not read to its end by reading it once more. */
    private static final int MOST_PASSES = 6;

    /** Wethod counts requests, not tokens. */
    private static final long NO_TOKENS = 0;

    private final String peer;
    private final HttpReads reads;
    private int passes;

    WethodPersons(Peer wethod, Duration timeout, Waiter waiter) {
        this.peer = wethod.name();
        this.reads = new HttpReads(wethod, timeout, waiter, Complaint::in);
    }

    @Override
    public boolean readsChanges() {
        return true;
    }

    @Override
    public PersonPage page(ReadScope scope, @Nullable String cursor) {
        Place place = cursor == null ? Place.START : Place.of(cursor);
        if (place.offset() == 0) {
            passes = cursor == null ? 1 : passes + 1;
        }
        if (passes > MOST_PASSES) {
            throw new CrmException.Temporary(peer + "'s list of persons did not show the same persons twice in a row, "
                    + MOST_PASSES + " times over: it changes while it is read. Nothing was planned on it. Run the same"
                    + " command again when fewer people work on it.");
        }
        PersonList list = reads.get(PersonsQuery.page(scope, place.offset()), NO_TOKENS, this::read);
        return page(place, list);
    }

    private PersonPage page(Place place, PersonList list) {
        Place behind = place.behind(list.ids());
        boolean full = list.ids().size() == PersonsQuery.PAGE_SIZE;
        if (full && behind.seen().equals(place.seen())) {
            throw PersonList.broken(
                    peer, "sent a whole page of persons it had sent before, so that reading would never end");
        }
        List<SourcedPerson> untold = list.persons().stream()
                .filter(person ->
                        !place.told().has(Long.parseLong(person.person().id().value())))
                .toList();
        if (full || !behind.whole(PersonsQuery.PAGE_SIZE)) {
            Place next = full ? behind : behind.nextPass();
            return new PersonPage(untold, list.archived(), List.of(), next.cursor());
        }
        return new PersonPage(untold, gone(list, behind), List.of(), null);
    }

    /** The archived of the page, and who was in an earlier pass and is in the list no more. */
    private static List<PersonId> gone(PersonList list, Place end) {
        List<PersonId> gone = new ArrayList<>(list.archived());
        end.told().without(end.seen()).forEach(id -> gone.add(new PersonId(Long.toString(id))));
        return gone;
    }

    private PersonList read(Answer answer) throws PassingTrouble {
        if (answer.status() == 200) {
            return PersonList.parse(peer, answer);
        }
        if (answer.status() == 400 || answer.status() == 404 || answer.status() == 412) {
            throw new CrmException.Misconfigured(peer + " does not understand the request (" + answer.status() + ")."
                    + Complaint.in(answer) + " Is crm.company the company's name as in its address, and does"
                    + " crm.api-version name a version that still exists?");
        }
        throw PersonList.broken(peer, "answered the list of persons with status " + answer.status());
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
