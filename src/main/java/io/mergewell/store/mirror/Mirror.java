package io.mergewell.store.mirror;

import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
            page.parallelStream()
                    .map(row -> PersonJson.read(row.person))
                    .toList()
                    .forEach(visitor);
            last = page.isEmpty() ? last : page.get(page.size() - 1).sortKey;
        } while (!page.isEmpty());
    }

    /** Some persons with their raw records, by id; those that are not in the mirror are left out. */
    public SortedMap<PersonId, MirroredPerson> find(List<PersonId> ids) {
        List<Supplier<MirroredPerson>> rows = new ArrayList<>(ids.size());
        lookUp(FIND, ids.stream().map(IdOrder::of).toArray(String[]::new), row -> {
            byte[] person = row.getBytes("person");
            byte[] raw = row.getBytes("raw");
            rows.add(() -> new MirroredPerson(PersonJson.read(person), text(raw)));
        });
        SortedMap<PersonId, MirroredPerson> found = new TreeMap<>();
        rows.parallelStream()
                .map(Supplier::get)
                .toList()
                .forEach(mirrored -> found.put(mirrored.person().id(), mirrored));
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
        // In the order of the index, neighbours change one page of it together: twice as fast where the ids come
        // shuffled.
        SortedMap<String, MirroredPerson> byKey = new TreeMap<>();
        page.forEach(person -> byKey.put(IdOrder.of(person.person().id()), person));
        Map<String, Long> known = generations(byKey.keySet());
        long seen = known.values().stream().filter(last -> last == generation).count();
        save(generation, byKey, known);
        return byKey.size() - seen;
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

    private void save(long generation, SortedMap<String, MirroredPerson> persons, Map<String, Long> known) {
        store.jdbc().batchUpdate(UPDATE, rows(generation, persons, known::containsKey));
        store.jdbc().batchUpdate(INSERT, rows(generation, persons, key -> !known.containsKey(key)));
    }

    private List<Object[]> rows(long generation, SortedMap<String, MirroredPerson> persons, Predicate<String> isMeant) {
        return persons.entrySet().parallelStream()
                .filter(entry -> isMeant.test(entry.getKey()))
                .map(entry -> row(generation, entry))
                .toList();
    }

    private Object[] row(long generation, Map.Entry<String, MirroredPerson> person) {
        return new Object[] {
            generation,
            PersonJson.write(person.getValue().person()),
            bytes(person.getValue().raw()),
            store.job(),
            person.getKey()
        };
    }

    private Map<String, Long> generations(Collection<String> keys) {
        Map<String, Long> known = new HashMap<>();
        lookUp(
                FIND_GENERATIONS,
                keys.toArray(String[]::new),
                row -> known.put(row.getString("sort_key"), row.getLong("generation")));
        return known;
    }

    private void lookUp(String query, String[] keys, RowCallbackHandler visitor) {
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
