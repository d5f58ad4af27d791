package io.mergewell.store.mirror;

import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The persons of one job as they were read last. */
public final class Mirror {

    private static final String PAGE = """
            SELECT sort_key, person FROM mergewell_person
            WHERE job_id = ? AND sort_key > ? ORDER BY job_id, sort_key FETCH FIRST 2000 ROWS ONLY
            """;

    private static final String FIND = """
            SELECT found.sort_key, found.person, found.raw
            FROM UNNEST(?) AS wanted (sort_key)
            JOIN mergewell_person found ON found.job_id = ? AND found.sort_key = wanted.sort_key
            """;

    private static final String FIND_GENERATIONS = """
            SELECT found.sort_key, found.generation
            FROM UNNEST(?) AS wanted (sort_key)
            JOIN mergewell_person found ON found.job_id = ? AND found.sort_key = wanted.sort_key
            """;

    private static final String UPDATE = """
            UPDATE mergewell_person SET generation = ?, person = ?, raw = ? WHERE job_id = ? AND sort_key = ?
            """;

    private static final String REFRESH =
            "UPDATE mergewell_person SET person = ?, raw = ? WHERE job_id = ? AND sort_key = ?";

    private static final String INSERT = """
            INSERT INTO mergewell_person (generation, person, raw, job_id, sort_key) VALUES (?, ?, ?, ?, ?)
            """;

    private final Store store;

    public Mirror(Store store) {
        this.store = store;
    }

    /**
     * Hands over every person in ascending order of their ids, in constant memory and without holding a transaction
     * open meanwhile.
     */
    public void forEach(Consumer<Person> visitor) {
        String last = "";
        List<Row> page;
        do {
            String after = last;
            store.giveWay();
            page = store.readApart(() -> page(after));
            page.forEach(row -> visitor.accept(PersonJson.read(row.person)));
            last = page.isEmpty() ? last : page.get(page.size() - 1).sortKey;
        } while (!page.isEmpty());
    }

    /** Some persons with their raw records, by id; those that are not in the mirror are left out. */
    public SortedMap<PersonId, MirroredPerson> find(List<PersonId> ids) {
        SortedMap<PersonId, MirroredPerson> found = new TreeMap<>();
        lookUp(FIND, ids, row -> {
            Person person = PersonJson.read(row.getBytes("person"));
            found.put(person.id(), new MirroredPerson(person, text(row.getBytes("raw"))));
        });
        return found;
    }

    /** How many persons there are. */
    public long count() {
        return store.sql()
                .sql("SELECT COUNT(*) FROM mergewell_person WHERE job_id = ?")
                .param(store.job())
                .query(Long.class)
                .single();
    }

    /** Replaces persons of the mirror by what was read of them since, outside any full read. */
    public void refresh(List<MirroredPerson> persons) {
        store.write(() -> store.jdbc()
                .batchUpdate(
                        REFRESH,
                        persons.stream()
                                .map(read -> new Object[] {
                                    PersonJson.write(read.person()),
                                    bytes(read.raw()),
                                    store.job(),
                                    IdOrder.of(read.person().id())
                                })
                                .toList()));
    }

    /** Takes out those who are gone from the CRM. */
    public void remove(List<PersonId> ids) {
        store.write(() -> store.jdbc()
                .batchUpdate(
                        "DELETE FROM mergewell_person WHERE job_id = ? AND sort_key = ?",
                        ids.stream()
                                .map(id -> new Object[] {store.job(), IdOrder.of(id)})
                                .toList()));
    }

    /**
     * Saves a page of a read.
     *
     * @return how many of them this read has not seen before
     */
    long save(long generation, List<MirroredPerson> page) {
        Map<String, Long> known = generations(page);
        long seen = known.values().stream().filter(last -> last == generation).count();
        save(generation, page, known);
        return page.size() - seen;
    }

    /** Takes out whom a full read has not seen. */
    long removeOthersThan(long generation) {
        return store.sql()
                .sql("DELETE FROM mergewell_person WHERE job_id = ? AND generation <> ?")
                .params(store.job(), generation)
                .update();
    }

    void clear() {
        store.sql()
                .sql("DELETE FROM mergewell_person WHERE job_id = ?")
                .param(store.job())
                .update();
    }

    private void save(long generation, List<MirroredPerson> persons, Map<String, Long> known) {
        List<Object[]> updates = new ArrayList<>();
        List<Object[]> inserts = new ArrayList<>();
        for (MirroredPerson person : persons) {
            String key = IdOrder.of(person.person().id());
            Object[] values = {generation, PersonJson.write(person.person()), bytes(person.raw()), store.job(), key};
            (known.containsKey(key) ? updates : inserts).add(values);
        }
        store.jdbc().batchUpdate(UPDATE, updates);
        store.jdbc().batchUpdate(INSERT, inserts);
    }

    private Map<String, Long> generations(List<MirroredPerson> persons) {
        Map<String, Long> known = new HashMap<>();
        List<PersonId> ids =
                persons.stream().map(person -> person.person().id()).toList();
        lookUp(FIND_GENERATIONS, ids, row -> known.put(row.getString("sort_key"), row.getLong("generation")));
        return known;
    }

    private void lookUp(String query, List<PersonId> ids, RowCallbackHandler visitor) {
        String[] keys = ids.stream().map(IdOrder::of).toArray(String[]::new);
        store.jdbc()
                .query(
                        query,
                        statement -> {
                            statement.setArray(1, statement.getConnection().createArrayOf("varchar", keys));
                            statement.setLong(2, store.job());
                        },
                        visitor);
    }

    private List<Row> page(String after) {
        return store.jdbc()
                .query(PAGE, (row, number) -> new Row(row.getString(1), row.getBytes(2)), store.job(), after);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static final class Row {
        private final String sortKey;
        private final byte[] person;

        private Row(String sortKey, byte[] person) {
            this.sortKey = sortKey;
            this.person = person;
        }
    }
}
