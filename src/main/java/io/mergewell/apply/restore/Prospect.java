package io.mergewell.apply.restore;

import io.mergewell.crm.PersonLookup;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.write.PersonRevival;
import io.mergewell.crm.write.PersonWriter;
import io.mergewell.normalise.Phones;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.vocabulary.Vocabulary;
import io.mergewell.plan.ActionKind;
import io.mergewell.store.Store;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.mirror.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can come back of an apply run, and what cannot: ids and counts, no value of a person.
 *
 * @param merges that the run applied
 * @param deletions that the run applied
 * @param done rows that are restored already
 * @param automatic whether the system lets persons be created; if not, all is to be done by hand
 * @param sameIds whether the system brings records back under their own ids, rather than making new ones
 * @param people who can come back
 * @param survivors of merges
 * @param vocabulary names of fields, for showing
 */
public record Prospect(
        long merges,
        long deletions,
        long done,
        boolean automatic,
        boolean sameIds,
        List<Lost> people,
        List<Survivor> survivors,
        Vocabulary vocabulary) {

    public Prospect {
        people = List.copyOf(people);
        survivors = List.copyOf(survivors);
    }

    /**
     * Somebody who can come back.
     *
     * @param survivor null for a record that was deleted for itself
     * @param stays counts of what stays with the survivor, such as {@code 2 deals, 1 copied note}; empty if none do
     */
    public record Lost(PersonId person, @Nullable PersonId survivor, String stays) {}

    /**
     * What a survivor gets back; fields as {@code custom.<key>} where they are a company's own.
     *
     * @param present whether it is still there; if not, it gets nothing back
     * @param fields that are put back
     * @param kept that somebody changed since, which stay
     * @param byHand that should be put back and cannot be written
     */
    public record Survivor(
            PersonId person,
            boolean present,
            SortedSet<String> fields,
            SortedSet<String> kept,
            SortedSet<String> byHand) {}

    /** Of a system that lets nobody be created. */
    public static Prospect byHand(RestorePlan plan) {
        List<Lost> people = plan.rows().stream()
                .map(row -> new Lost(row.absorbed(), row.survivor(), ""))
                .toList();
        return new Prospect(
                count(plan, ActionKind.MERGE),
                count(plan, ActionKind.DELETE),
                0,
                false,
                false,
                people,
                List.of(),
                Vocabulary.NONE);
    }

    /**
     * Of a system that does; reads the survivors and changes nothing.
     *
     * @param phones reads numbers with the job's region
     */
    public static Prospect of(RestorePlan plan, Store store, PersonLookup source, PersonWriter writer, Phones phones) {
        SurvivorRules rules = new SurvivorRules(store, writer, phones);
        Map<PersonId, Person> now = survivors(plan, source);
        Effects effects = new Effects(store);
        List<Lost> people = new ArrayList<>();
        List<Survivor> survivors = new ArrayList<>();
        for (Family family : plan.families()) {
            family.losses().forEach(loss -> people.add(lost(loss, effects)));
            @Nullable PersonId survivor = family.survivor();
            if (survivor != null && family.losses().stream().anyMatch(Loss::wasMerged)) {
                survivors.add(survivor(survivor, family, Optional.ofNullable(now.get(survivor)), rules));
            }
        }
        return new Prospect(
                count(plan, ActionKind.MERGE),
                count(plan, ActionKind.DELETE),
                plan.rows().size() - people.size(),
                true,
                writer.revival().map(PersonRevival::bringsBack).orElse(false),
                people,
                survivors,
                new Terms(store).vocabulary());
    }

    private static long count(RestorePlan plan, ActionKind kind) {
        return plan.rows().stream().map(LedgerRow::kind).filter(kind::equals).count();
    }

    private static Map<PersonId, Person> survivors(RestorePlan plan, PersonLookup source) {
        List<PersonId> ids = plan.families().stream()
                .flatMap(family -> Stream.ofNullable(family.survivor()))
                .distinct()
                .toList();
        Map<PersonId, Person> found = new TreeMap<>();
        if (!ids.isEmpty()) {
            source.byIds(ids).stream().map(SourcedPerson::person).forEach(person -> found.put(person.id(), person));
        }
        return found;
    }

    private static Lost lost(Loss loss, Effects effects) {
        String stays = loss.wasMerged() ? Stayed.counts(loss.person().facts().links(), loss.copies(effects)) : "";
        return new Lost(loss.person().id(), loss.row().survivor(), stays);
    }

    private static Survivor survivor(PersonId id, Family family, Optional<Person> now, SurvivorRules rules) {
        return now.map(person -> rules.wayBack(family, person, family.losses()))
                .map(back -> new Survivor(id, true, back.fields(), back.kept(), back.byHand()))
                .orElseGet(() -> new Survivor(id, false, new TreeSet<>(), new TreeSet<>(), new TreeSet<>()));
    }
}
