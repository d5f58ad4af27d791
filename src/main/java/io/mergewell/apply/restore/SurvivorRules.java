package io.mergewell.apply.restore;

import io.mergewell.crm.write.PersonWriter;
import io.mergewell.normalise.Phones;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Room;
import io.mergewell.plan.golden.FieldRules;
import io.mergewell.store.Store;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.Restored;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Finds out what a survivor gets back. */
final class SurvivorRules {

    private final Ledger ledger;
    private final Restored restored;
    private final PersonWriter writer;
    private final Phones phones;

    /** @param phones reads numbers with the job's region */
    SurvivorRules(Store store, PersonWriter writer, Phones phones) {
        this.ledger = new Ledger(store);
        this.restored = new Restored(store);
        this.writer = writer;
        this.phones = phones;
    }

    /**
     * The way back of one survivor.
     *
     * @param now the survivor as it is
     * @param undone those of the family's losses that are there again
     */
    WayBack wayBack(Family family, Person now, List<Loss> undone) {
        List<Person> taken =
                undone.stream().filter(Loss::wasMerged).map(Loss::person).toList();
        ContactOrigin origin = new ContactOrigin(new FieldRules(phones, Room.AMPLE));
        Person before = Objects.requireNonNull(family.before());
        return new Undoing(before, now, taken, staying(now.id(), undone), origin).wayBack(writer::writes);
    }

    /** Whoever else was merged into it, in whatever run, and is not there again. */
    private List<Person> staying(PersonId survivor, List<Loss> undone) {
        Set<String> keys = new TreeSet<>();
        undone.forEach(loss -> keys.add(loss.row().rowKey()));
        return ledger.appliedInto(survivor).stream()
                .filter(row -> row.kind() == ActionKind.MERGE)
                .filter(row -> !keys.contains(row.rowKey()) && !restored.isRestored(row.rowKey()))
                .flatMap(row -> ledger.groups().find(row.planId(), row.groupId()).stream()
                        .map(group -> group.member(row.absorbed())))
                .toList();
    }
}
