package io.mergewell.store.memory;

import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import io.mergewell.store.Store;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;

/** Pairs that people decided are two human beings. */
public final class KeptApart {

    private static final String ONE_PAIR = " WHERE job_id = ? AND first_id = ? AND second_id = ?";

    /** Two questions, each with an index of its own: H2 answers one with OR by reading every pair. */
    private static final String ABOUT = """
            SELECT first_id, second_id, decided_at FROM mergewell_kept_apart WHERE job_id = ? AND first_id = ?
            UNION ALL
            SELECT first_id, second_id, decided_at FROM mergewell_kept_apart WHERE job_id = ? AND second_id = ?
            """;

    private final Store store;

    public KeptApart(Store store) {
        this.store = store;
    }

    public Set<PersonPair> pairs() {
        return store
                .jdbc()
                .query(
                        "SELECT first_id, second_id FROM mergewell_kept_apart WHERE job_id = ?",
                        (row, number) -> PersonPair.of(new PersonId(row.getString(1)), new PersonId(row.getString(2))),
                        store.job())
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether these two are among them. */
    public boolean contains(PersonPair pair) {
        Long found = store.jdbc()
                .queryForObject("SELECT COUNT(*) FROM mergewell_kept_apart" + ONE_PAIR, Long.class, key(pair));
        return found != null && found > 0;
    }

    public void add(PersonPair pair, Instant decidedAt) {
        store.write(() -> {
            remove(pair);
            store.jdbc()
                    .update(
                            "INSERT INTO mergewell_kept_apart VALUES (?, ?, ?, ?)",
                            store.job(),
                            pair.first().value(),
                            pair.second().value(),
                            decidedAt.atOffset(ZoneOffset.UTC));
        });
    }

    /** One person has gone into another: who was kept apart from the one is kept apart from the other. */
    public void follow(PersonId gone, PersonId into) {
        store.write(() -> store.jdbc()
                .query(
                        ABOUT,
                        (row, number) -> new Kept(
                                PersonPair.of(new PersonId(row.getString(1)), new PersonId(row.getString(2))),
                                row.getObject(3, OffsetDateTime.class).toInstant()),
                        store.job(),
                        gone.value(),
                        store.job(),
                        gone.value())
                .forEach(kept -> follow(kept, gone, into)));
    }

    private void follow(Kept kept, PersonId gone, PersonId into) {
        remove(kept.pair());
        PersonId other = kept.pair().first().equals(gone)
                ? kept.pair().second()
                : kept.pair().first();
        if (!other.equals(into)) {
            add(PersonPair.of(other, into), kept.since());
        }
    }

    private record Kept(PersonPair pair, Instant since) {}

    public void remove(PersonPair pair) {
        store.write(() -> store.jdbc().update("DELETE FROM mergewell_kept_apart" + ONE_PAIR, key(pair)));
    }

    private Object[] key(PersonPair pair) {
        return new Object[] {store.job(), pair.first().value(), pair.second().value()};
    }
}
