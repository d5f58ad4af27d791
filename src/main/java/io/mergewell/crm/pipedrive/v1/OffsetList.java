package io.mergewell.crm.pipedrive.v1;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.PersonPage;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.http.Answer;
import io.mergewell.crm.http.HttpReads;
import io.mergewell.crm.http.PassingTrouble;
import io.mergewell.crm.pipedrive.record.PersonFields;
import io.mergewell.crm.pipedrive.record.RecordPage;
import io.mergewell.crm.pipedrive.record.RecordParser;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code GET /api/v1/persons}: what the token's user may see, by row numbers. These shift while others delete, so that
 * a page counts only if it begins at or below the highest id that was seen: all who come behind that one are then on
 * this page or a later one. If it begins above, rows before it are gone, and a page further back is asked for. Sorted
 * by id, new persons come last; who is seen again is dropped.
 */
final class OffsetList implements PersonList {

    private static final long TOKENS = 20;

    /** Rows that a page repeats, so that a few deletions do not cost another request. */
    private static final int OVERLAP = 20;

    /** More requests than this for one page mean that somebody deletes and restores in bulk. */
    private static final int MOST_REQUESTS = 200;

    private final String peer;
    private final HttpReads reads;
    private final PersonFilter filter;
    private final FlatRecord shape;
    private final int size;
    private final int overlap;

    OffsetList(String peer, HttpReads reads, PersonFilter filter, PersonFields fields) {
        this(peer, reads, filter, fields, RecordPage.SIZE, OVERLAP);
    }

    /**
     * A list with pages of another size.
     *
     * @param overlap less than size
     */
    OffsetList(String peer, HttpReads reads, PersonFilter filter, PersonFields fields, int size, int overlap) {
        this.peer = peer;
        this.reads = reads;
        this.filter = filter;
        this.shape = new FlatRecord(fields, true);
        this.size = size;
        this.overlap = overlap;
    }

    @Override
    public boolean readsChanges() {
        return false;
    }

    @Override
    public Person asListed(Person person) {
        return person;
    }

    @Override
    public PersonPage page(ReadScope scope, @Nullable String cursor) {
        Place place = Place.of(cursor);
        long back = size;
        for (int requests = 0; requests < MOST_REQUESTS; requests++) {
            RecordPage page = read(place.start());
            boolean more = more(page);
            if (place.start() > 0 && !reaches(page, place)) {
                place = new Place(Math.max(0, place.start() - back), place.lastId());
                back *= 2;
            } else {
                @Nullable Place next = more ? behind(page, place) : null;
                PersonPage unseen = unseen(page, place.lastId(), next);
                if (next == null || !unseen.persons().isEmpty()) {
                    return unseen;
                }
                place = next;
                back = size;
            }
        }
        throw new CrmException.Temporary(peer + " changes its list of persons faster than it can be read. What was read"
                + " is kept: run the same command again later, it goes on from there.");
    }

    /** Whether nobody who is still to be read can stand before this page. */
    private static boolean reaches(RecordPage page, Place place) {
        return !page.ids().isEmpty() && page.ids().get(0) <= place.lastId();
    }

    private PersonPage unseen(RecordPage page, long lastId, @Nullable Place next) {
        List<SourcedPerson> persons = page.persons().stream()
                .filter(person -> number(person.person().id()) > lastId)
                .toList();
        List<PersonId> gone =
                page.gone().stream().filter(id -> number(id) > lastId).toList();
        return new PersonPage(persons, gone, List.of(), next == null ? null : next.cursor());
    }

    private static long number(PersonId id) {
        return Long.parseLong(id.value());
    }

    /** Where the page behind this one begins, some rows early. */
    private Place behind(RecordPage page, Place place) {
        int rows = page.ids().size();
        if (rows == 0) {
            throw RecordParser.broken(peer, "sent an empty page that promises more");
        }
        long highest = Math.max(place.lastId(), page.ids().get(rows - 1));
        return new Place(place.start() + Math.max(1, rows - overlap), highest);
    }

    private boolean more(RecordPage page) {
        JsonNode more = page.additional().path("pagination").path("more_items_in_collection");
        if (!more.isBoolean() && page.ids().size() >= size) {
            throw RecordParser.broken(peer, "sent a full page that does not say whether there are more");
        }
        return more.asBoolean(false);
    }

    private RecordPage read(long start) {
        String path = new ListQuery("/api/v1/persons", size)
                .with("start", start)
                .with("sort", "id ASC")
                .with("filter_id", filter.filter())
                .with("user_id", filter.owner())
                .with("first_char", filter.firstChar())
                .toString();
        RecordPage page = reads.get(path, TOKENS, this::parse);
        for (int i = 1; i < page.ids().size(); i++) {
            if (page.ids().get(i) <= page.ids().get(i - 1)) {
                throw RecordParser.broken(
                        peer,
                        "sent person " + page.ids().get(i) + " after person "
                                + page.ids().get(i - 1) + " though sorted by id was asked");
            }
        }
        return page;
    }

    private RecordPage parse(Answer answer) throws PassingTrouble {
        if (answer.status() == 200) {
            return RecordParser.parse(peer, shape, answer);
        }
        Retirement.check(peer, answer);
        if (answer.status() == 400 && !filter.isAll()) {
            throw new CrmException.Misconfigured(peer + " does not understand the filter (400). Do crm.filter-id and"
                    + " crm.owner-id name a filter for persons and a user of this company?");
        }
        throw RecordParser.broken(peer, "answered the list of persons with status " + answer.status());
    }
}
