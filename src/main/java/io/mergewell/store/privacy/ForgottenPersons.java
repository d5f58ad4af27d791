package io.mergewell.store.privacy;

import io.mergewell.person.PersonId;
import io.mergewell.store.Store;
import io.mergewell.store.mirror.Mirror;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whom people asked to be erased: their ids, and nothing else of them. */
public final class ForgottenPersons {

    private final Store store;

    public ForgottenPersons(Store store) {
        this.store = store;
    }

    /** All of them; none before a store of this version was opened. */
    public SortedSet<PersonId> all() {
        return store.isOutdated()
                ? new TreeSet<>()
                : new TreeSet<>(store.jdbc()
                        .query(
                                "SELECT person_id FROM mergewell_forgotten WHERE job_id = ?",
                                (row, number) -> new PersonId(row.getString(1)),
                                store.job()));
    }

    /** Those who were read again since, because the CRM still holds them. */
    public SortedSet<PersonId> present() {
        return new TreeSet<>(new Mirror(store).find(List.copyOf(all())).keySet());
    }

    /** Within a transaction of the store. Once more changes nothing but the time. */
    void add(Collection<PersonId> persons, Instant now) {
        for (PersonId person : persons) {
            store.jdbc()
                    .update(
                            "DELETE FROM mergewell_forgotten WHERE job_id = ? AND person_id = ?",
                            store.job(),
                            person.value());
            store.jdbc()
                    .update(
                            "INSERT INTO mergewell_forgotten VALUES (?, ?, ?)",
                            store.job(),
                            person.value(),
                            now.atOffset(ZoneOffset.UTC));
        }
    }
}
