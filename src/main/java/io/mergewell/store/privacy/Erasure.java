package io.mergewell.store.privacy;

import io.mergewell.person.PersonId;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.store.Store;
import io.mergewell.store.ledger.EffectKind;
import io.mergewell.store.ledger.EffectState;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.ledger.RowState;
import io.mergewell.store.memory.Plans;
import io.mergewell.store.memory.Runs;
import io.mergewell.store.mirror.Mirror;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Erases some persons from a job's memory. What stays are ids, states and times, so that nothing is ever done twice.
 */
public final class Erasure {

    /** Why rows that wait are not done. */
    private static final String REASON = "Somebody of its group was erased on request.";

    /** In the place of the run that settled a row. */
    private static final String SETTLED_BY = "forget";

    private static final String EMPTY_DECISION = """
            UPDATE mergewell_decision SET note = '', evidence = ''
            WHERE job_id = ? AND (survivor_id = ? OR duplicate_id = ?) AND (note <> '' OR evidence <> '')
            """;

    /** A note at any row of their groups may be about them. */
    private static final String EMPTY_NOTE =
            "UPDATE mergewell_decision SET note = '' WHERE job_id = ? AND row_key = ? AND note <> ''";

    private static final String EMPTY_ROW = """
            UPDATE mergewell_ledger_row SET note = ''
            WHERE job_id = ? AND plan_id = ? AND group_id = ? AND note <> ''
            """;

    private final Store store;
    private final Plans plans;
    private final Ledger ledger;
    private final SortedSet<PersonId> persons;
    private final SortedMap<Retention.GroupKey, PlannedGroup> approved;
    private final List<PlannedGroup> planned;

    /**
     * Looks who is where.
     *
     * @param job the job's name
     */
    public Erasure(Store store, String job, SortedSet<PersonId> persons) {
        this.store = store;
        this.plans = new Plans(store, job);
        this.ledger = new Ledger(store);
        this.persons = new TreeSet<>(persons);
        this.approved = approved();
        this.planned = plans.groupsOf(this.persons);
    }

    /** How many of them the mirror holds. */
    public int mirrored() {
        return new Mirror(store).find(List.copyOf(persons)).size();
    }

    /** The groups of kept plans that hold one of them. */
    public List<PlannedGroup> planned() {
        return List.copyOf(planned);
    }

    /** The groups of the ledger that hold one of them, whether erased from it before or not. */
    public List<PlannedGroup> approvedGroups() {
        return List.copyOf(approved.values());
    }

    /** How many groups of the ledger still hold something of one of them. */
    public long telling() {
        return approved.values().stream()
                .filter(group -> !GroupWithout.of(group, persons).equals(group))
                .count();
    }

    /** Rows about one of them for which something was sent that is not settled: only apply can find out. */
    public List<String> inTheMidst() {
        Effects effects = new Effects(store);
        return open().stream()
                .filter(row -> row.state() == RowState.UNKNOWN
                        || effects.of(row.rowKey()).stream().anyMatch(effect -> effect.state() != EffectState.REJECTED))
                .map(LedgerRow::rowKey)
                .toList();
    }

    /** A row about one of them that is being taken back, and whoever it took away may have been made anew or not. */
    public Optional<LedgerRow> comingBack() {
        Effects effects = new Effects(store);
        return approvedRows()
                .filter(row -> persons.contains(row.absorbed()) || isSurvivor(row))
                .filter(row -> effects.of(row.rowKey()).stream()
                        .anyMatch(effect -> effect.kind() == EffectKind.CREATE
                                && effect.state().isOpen()))
                .findFirst();
    }

    /** Approved rows about one of them for which nothing was sent yet, and nothing will be. */
    public int waiting() {
        return open().size();
    }

    /** Erases them, all or none. Only where nothing is {@link #inTheMidst}. */
    public void erase(Instant now) {
        Runs runs = new Runs(store);
        store.write(() -> {
            new ForgottenPersons(store).add(persons, now);
            // What was matched, but not planned yet, names them: the next dry run begins anew.
            runs.unfinished("dry-run").forEach(run -> runs.abandon(run.id(), now));
            new Retention(store).dropMatches();
            new Mirror(store).remove(List.copyOf(persons));
            plans.removeGroupsOf(persons);
            open().forEach(row -> ledger.settle(row, RowState.CONFLICT, REASON, false, SETTLED_BY, now));
            approved.forEach((key, group) -> {
                ledger.groups().save(key.planId(), GroupWithout.of(group, persons));
                store.jdbc().update(EMPTY_ROW, store.job(), key.planId(), key.groupId());
            });
            Stream.concat(planned.stream(), approved.values().stream())
                    .flatMap(group -> group.actions().stream())
                    .forEach(action -> store.jdbc().update(EMPTY_NOTE, store.job(), action.rowKey()));
            persons.forEach(person -> store.jdbc().update(EMPTY_DECISION, store.job(), person.value(), person.value()));
        });
    }

    private List<LedgerRow> open() {
        return approvedRows().filter(row -> !row.state().isSettled()).toList();
    }

    private Stream<LedgerRow> approvedRows() {
        return List.copyOf(approved.keySet()).stream()
                .flatMap(key -> ledger.ofGroup(key.planId(), key.groupId()).stream());
    }

    private boolean isSurvivor(LedgerRow row) {
        @Nullable PersonId survivor = row.survivor();
        return survivor != null && persons.contains(survivor);
    }

    private SortedMap<Retention.GroupKey, PlannedGroup> approved() {
        SortedMap<Retention.GroupKey, PlannedGroup> concerned = new TreeMap<>();
        for (Retention.GroupKey key : new Retention(store).groups()) {
            ledger.groups()
                    .find(key.planId(), key.groupId())
                    .filter(group -> GroupWithout.concerns(group, persons))
                    .ifPresent(group -> concerned.put(key, group));
        }
        return concerned;
    }
}
