package io.mergewell.store.ledger;

import io.mergewell.person.PersonId;
import io.mergewell.store.Store;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where merged records went, over all runs of a job. */
public final class Crosswalk {

    private final Store store;

    public Crosswalk(Store store) {
        this.store = store;
    }

    /**
     * One record that was merged away.
     *
     * @param survivor who holds its values now, however many merges there were in between
     */
    public record Crossing(PersonId gone, PersonId survivor, Instant mergedAt, String runId) {}

    private record Step(PersonId gone, PersonId into, Instant mergedAt, String runId) {}

    /** Remembers a merge; who takes another in is there, wherever it went before. To be called within a transaction of the store. */
    public void add(PersonId gone, PersonId into, String runId, Instant now) {
        store.write(() -> {
            remove(gone);
            remove(into);
            store.jdbc()
                    .update(
                            "INSERT INTO mergewell_crosswalk VALUES (?, ?, ?, ?, ?)",
                            store.job(),
                            gone.value(),
                            into.value(),
                            now.atOffset(ZoneOffset.UTC),
                            runId);
        });
    }

    /** Forgets where a record went that is there again. To be called within a transaction of the store. */
    public void remove(PersonId person) {
        store.write(() -> store.jdbc()
                .update(
                        "DELETE FROM mergewell_crosswalk WHERE job_id = ? AND old_id = ?",
                        store.job(),
                        person.value()));
    }

    /** Into whom one record went first; empty if it is not gone by us. */
    public Optional<PersonId> goneInto(PersonId gone) {
        return store
                .jdbc()
                .queryForList(
                        "SELECT new_id FROM mergewell_crosswalk WHERE job_id = ? AND old_id = ?",
                        String.class,
                        store.job(),
                        gone.value())
                .stream()
                .findFirst()
                .map(PersonId::new);
    }

    /** Who holds a person's values now: the person, or the one at the end of its way. */
    public PersonId present(PersonId person) {
        return all().stream()
                .filter(crossing -> crossing.gone().equals(person))
                .map(Crossing::survivor)
                .findFirst()
                .orElse(person);
    }

    /** All of them, ascending by the record that is gone. */
    public List<Crossing> all() {
        Map<PersonId, Step> steps = new TreeMap<>();
        store.jdbc()
                .query(
                        "SELECT * FROM mergewell_crosswalk WHERE job_id = ?",
                        (row, number) -> new Step(
                                new PersonId(row.getString("old_id")),
                                new PersonId(row.getString("new_id")),
                                row.getObject("merged_at", OffsetDateTime.class).toInstant(),
                                row.getString("run_id")),
                        store.job())
                .forEach(step -> steps.put(step.gone(), step));
        return steps.values().stream()
                .map(step -> new Crossing(step.gone(), last(step.into(), steps), step.mergedAt(), step.runId()))
                .toList();
    }

    /** A record that was brought back and merged anew could close a circle; each step is taken once. */
    private static PersonId last(PersonId first, Map<PersonId, Step> steps) {
        PersonId id = first;
        for (int taken = 0; taken < steps.size() && steps.containsKey(id); taken++) {
            id = steps.get(id).into();
        }
        return id;
    }
}
