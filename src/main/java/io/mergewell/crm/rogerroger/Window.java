package io.mergewell.crm.rogerroger;

import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.UnusableValue;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The people from one moment of creation on, as far as one page goes, or further where a page holds people of that one
 * moment only.
 *
 * <p>Pages that are numbered shift when somebody on an earlier one is archived: who stood first on the next page is then
 * never seen. So each page is asked for by the moment at which the last one ended, of which everybody comes again. Only
 * more people of one moment than fit on a page are read by the system's next pages; and since those shift, and may be in
 * another order each time, they are read until nobody new comes several times in a row.
 */
final class Window {

    /** One is not enough: in one pass out of three somebody who is still missing stays unseen. */
    private static final int QUIET_PASSES = 3;

    private final String peer;
    private final @Nullable Instant from;
    private @Nullable Instant known;
    private final Map<String, SourcedPerson> persons = new LinkedHashMap<>();
    private boolean ended;
    private boolean joined;
    private @Nullable String last;

    private Window(String peer, @Nullable Instant from, @Nullable Instant known) {
        this.peer = peer;
        this.from = from;
        this.known = known;
    }

    /**
     * Reads it.
     *
     * @param from the moment it begins with; null for the beginning of all
     * @param known the moment up to which all are known, which it goes beyond; null at the beginning
     * @param first path and query of its first page
     * @param list reads a page
     */
    static Window read(
            String peer,
            @Nullable Instant from,
            @Nullable Instant known,
            String first,
            Function<String, Listing> list) {
        Window window = new Window(peer, from, known);
        int pages = window.pass(first, list);
        int quiet = 0;
        while (pages > 1 && quiet < QUIET_PASSES) {
            int before = window.persons.size();
            pages = window.pass(first, list);
            quiet = window.persons.size() == before ? quiet + 1 : 0;
        }
        return window;
    }

    List<SourcedPerson> persons() {
        return List.copyOf(persons.values());
    }

    /** Whether nobody comes after it. */
    boolean isLast() {
        return ended;
    }

    /** Whether it shows anybody who was known, so that nobody can be missing between. */
    boolean joins() {
        return joined;
    }

    /** The moment it ends with, as RogerRoger writes it; null if nobody is in it. */
    @Nullable
    String lastMoment() {
        return last;
    }

    /** Once through its pages. @return how many there were */
    private int pass(String first, Function<String, Listing> list) {
        Set<String> asked = new HashSet<>();
        String path = first;
        while (true) {
            asked.add(path);
            Listing page = list.apply(path);
            boolean beyond = take(page);
            String next = page.next();
            check(page, asked, next);
            ended = next == null;
            if (next == null || beyond) {
                return asked.size();
            }
            path = next;
        }
    }

    private void check(Listing page, Set<String> asked, @Nullable String next) {
        if (next == null
                && asked.size() == 1
                && page.total().orElse(0) > page.members().size()) {
            throw Json.broken(peer, "says that there are more people and not where");
        }
        if (next != null && page.members().isEmpty()) {
            throw Json.broken(peer, "sent an empty page that names a next one");
        }
        if (next != null && asked.contains(next)) {
            throw Json.broken(peer, "names a next page it had named before, so that reading would never end");
        }
    }

    /** Takes a page in. @return whether it goes beyond the moment up to which all were known */
    private boolean take(Listing page) {
        @Nullable Instant before = null;
        for (JsonNode record : page.members()) {
            PersonRecord person = new PersonRecord(record);
            try {
                Instant created = PersonRecord.time("createdAt", person.createdAt());
                checkOrder(created, before);
                before = created;
                keep(person, record, created);
            } catch (UnusableValue unusable) {
                throw Json.broken(peer, "sent a person with " + unusable.what());
            }
        }
        return before != null && known != null && before.isAfter(known);
    }

    private void checkOrder(Instant created, @Nullable Instant before) {
        if (before != null && created.isBefore(before)) {
            throw Json.broken(peer, "sent people in another order than by createdAt, which was asked");
        }
        if (from != null && created.isBefore(from)) {
            throw Json.broken(peer, "sent people from before the createdAt[after] that was asked");
        }
    }

    private void keep(PersonRecord person, JsonNode record, Instant created) {
        known = known == null ? created : known;
        joined |= !created.isAfter(known);
        last = person.createdAt();
        if (!person.isArchived()) {
            persons.put(
                    person.id().value(), new SourcedPerson(person.person(), Json.MAPPER.writeValueAsString(record)));
        }
    }
}
