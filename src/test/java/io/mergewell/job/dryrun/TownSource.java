package io.mergewell.job.dryrun;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.PersonLookup;
import io.mergewell.crm.PersonPage;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.RejectedRecord;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.person.Consent;
import io.mergewell.person.ContactValue;
import io.mergewell.person.LinkKind;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonName;
import io.mergewell.person.PostalAddress;
import io.mergewell.person.RecordFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A CRM in memory: persons in pages of ten, whom a test can change between and during runs. */
final class TownSource implements PersonLookup {

    static final Instant FIRST_DAY = Instant.parse("2026-01-01T00:00:00Z");

    private static final int PAGE = 10;

    final SortedMap<Integer, Person> persons = new TreeMap<>();
    final List<String> requests = new ArrayList<>();
    final List<RejectedRecord> rejected = new ArrayList<>();
    /** Whose records hold a note of a million characters. */
    final Set<Integer> verbose = new TreeSet<>();

    boolean readsChanges = true;
    boolean repeats;

    /** Hears each request, and may throw. */
    Consumer<String> interference = request -> {};

    /** So many persons, every second of whom comes twice. */
    static TownSource of(int humans) {
        TownSource town = new TownSource();
        for (int human = 1; human <= humans; human++) {
            town.add(human, "Zora Nr" + word(human), "zora." + word(human) + "@example.com");
            if (human % 2 == 0) {
                town.add(1_000 + human, "Zora Nr" + word(human), "zora." + word(human) + "@example.com");
            }
        }
        return town;
    }

    void add(int id, String name, String email) {
        persons.put(id, person(id, name, email, FIRST_DAY));
    }

    void change(int id, String name, Instant when) {
        Person before = persons.get(id);
        persons.put(id, person(id, name, before.emails().get(0).value(), when));
    }

    @Override
    public boolean readsChanges() {
        return readsChanges;
    }

    @Override
    public PersonPage page(ReadScope scope, @Nullable String cursor) {
        hear((scope instanceof ReadScope.ChangedSince ? "changes " : "page ") + (cursor == null ? "0" : cursor));
        List<Person> all = persons.values().stream()
                .filter(person -> !(scope instanceof ReadScope.ChangedSince changed)
                        || !updated(person).isBefore(changed.since()))
                .toList();
        int from = cursor == null || repeats ? 0 : Integer.parseInt(cursor);
        int to = Math.min(from + PAGE, all.size());
        List<SourcedPerson> page =
                all.subList(from, to).stream().map(this::sourced).toList();
        return new PersonPage(
                page, List.of(), from == 0 ? rejected : List.of(), to < all.size() ? Integer.toString(to) : null);
    }

    @Override
    public List<SourcedPerson> byIds(List<PersonId> ids) {
        hear("ids " + ids.size());
        return ids.stream()
                .map(id -> persons.get(Integer.parseInt(id.value())))
                .filter(person -> person != null)
                .map(this::sourced)
                .toList();
    }

    @Override
    public int freshAtOnce() {
        return 100;
    }

    @Override
    public ApiUsage usage() {
        return new ApiUsage(requests.size(), requests.size() * 10L, 0);
    }

    @Override
    public void close() {
        // Nothing was opened.
    }

    private void hear(String request) {
        requests.add(request);
        interference.accept(request);
    }

    /** Fails the first request of this name. */
    void failAt(String request, CrmException failure) {
        interference = heard -> {
            if (heard.equals(request)) {
                interference = later -> {};
                throw failure;
            }
        };
    }

    private static Instant updated(Person person) {
        return person.facts().updatedAt() == null ? FIRST_DAY : person.facts().updatedAt();
    }

    private SourcedPerson sourced(Person person) {
        String note = verbose.contains(Integer.valueOf(person.id().value())) ? "x".repeat(1_000_000) : "";
        return new SourcedPerson(person, "{\"id\":" + person.id() + ",\"note\":\"" + note + "\"}");
    }

    private static Person person(int id, String name, String email, Instant updatedAt) {
        return new Person(
                new PersonId(Integer.toString(id)),
                new PersonName(name, null, null),
                List.of(ContactValue.of(email)),
                List.of(ContactValue.of("+1415555" + (1000 + id % 1000))),
                Organisation.NONE,
                null,
                PostalAddress.NONE,
                null,
                new TreeMap<>(),
                new RecordFacts(
                        null,
                        List.of(),
                        Consent.NO_CONSENT,
                        new LinkedRecords(Map.of(LinkKind.DEALS, id % 3)),
                        FIRST_DAY,
                        updatedAt));
    }

    /** A surname of its own for each number. */
    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        for (int rest = number; rest > 0; rest /= 5) {
            word.append(List.of("ba", "ke", "lo", "mi", "su").get(rest % 5));
        }
        return word.toString();
    }
}
