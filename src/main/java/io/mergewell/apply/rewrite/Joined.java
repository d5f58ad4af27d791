package io.mergewell.apply.rewrite;

import io.mergewell.crm.write.CleanedGroup;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.golden.FieldRules;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All rows that one copy carries out, over all plans of its file. Who goes goes once, and nobody goes into one that goes. */
final class Joined {

    private final Ledger ledger;
    private final FieldRules rules;
    private final Map<PersonId, PersonId> into = new TreeMap<>();
    private final Map<PersonId, Person> golden = new TreeMap<>();
    private final Map<PersonId, SortedSet<PersonId>> absorbed = new TreeMap<>();
    private final Set<PersonId> deleted = new TreeSet<>();

    Joined(Ledger ledger, FieldRules rules) {
        this.ledger = ledger;
        this.rules = rules;
    }

    /** A sentence if a row does not go with those that were taken before. */
    Optional<String> against(LedgerRow row) {
        @Nullable PersonId survivor = row.survivor();
        @Nullable PersonId already = into.get(row.absorbed());
        if (already != null && !already.equals(survivor)) {
            return Optional.of("Person " + row.absorbed() + " was merged into " + already + " already.");
        }
        if (absorbed.containsKey(row.absorbed())) {
            return Optional.of("Others were merged into person " + row.absorbed() + ", which therefore stays.");
        }
        boolean goes = survivor != null && (into.containsKey(survivor) || deleted.contains(survivor));
        return goes
                ? Optional.of("The survivor " + survivor + " is itself left out by another approved row.")
                : Optional.empty();
    }

    /** Takes a row that nothing stands against. */
    void take(LedgerRow row) {
        @Nullable PersonId survivor = row.survivor();
        if (survivor == null) {
            deleted.add(row.absorbed());
            return;
        }
        into.put(row.absorbed(), survivor);
        absorbed.computeIfAbsent(survivor, unused -> new TreeSet<>()).add(row.absorbed());
        Person stays = golden.computeIfAbsent(survivor, id -> member(row, id));
        // A record is deleted only because the survivor holds what it holds, so it brings nothing.
        if (row.kind() == ActionKind.MERGE) {
            golden.put(survivor, rules.merged(stays, member(row, row.absorbed())));
        }
    }

    /** The survivor of some rows as it would be if they were taken. */
    Person with(PersonId survivor, List<LedgerRow> rows) {
        LedgerRow first = rows.get(0);
        Person stays = Optional.ofNullable(golden.get(survivor)).orElseGet(() -> member(first, survivor));
        return rows.stream()
                .filter(row -> row.kind() == ActionKind.MERGE)
                .map(row -> member(row, row.absorbed()))
                .reduce(stays, rules::merged);
    }

    boolean isEmpty() {
        return absorbed.isEmpty() && deleted.isEmpty();
    }

    private Person member(LedgerRow row, PersonId id) {
        return ledger.groups().require(row.planId(), row.groupId()).member(id);
    }

    /** The survivor of a row as it shall be. */
    Person golden(PersonId survivor) {
        return Optional.ofNullable(golden.get(survivor)).orElseThrow();
    }

    /** The groups of the copy. */
    List<CleanedGroup> groups() {
        return absorbed.entrySet().stream()
                .map(group -> new CleanedGroup(golden(group.getKey()), group.getValue()))
                .toList();
    }

    /** Empty records that are left out. */
    Set<PersonId> deleted() {
        return new TreeSet<>(deleted);
    }
}
