package io.mergewell.apply.restore;

import io.mergewell.apply.act.send.Bench;
import io.mergewell.crm.PersonPage;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.write.PersonRevival;
import io.mergewell.crm.write.PersonWriter;
import io.mergewell.person.ContactValue;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks for somebody who was made by a call whose answer was lost. */
final class Lookout {

    /** By so much the CRM's clock may go behind ours. */
    private static final Duration CLOCKS = Duration.ofMinutes(10);

    private final Bench bench;
    private final PersonRevival revival;
    private final Ledger ledger;
    private final Effects effects;

    Lookout(Bench bench, PersonRevival revival) {
        this.bench = bench;
        this.revival = revival;
        this.ledger = new Ledger(bench.store());
        this.effects = new Effects(bench.store());
    }

    /**
     * Somebody new who holds exactly what was to be created, and of whom the ledger does not know; where a system brings
     * records back, the one whose record it was.
     *
     * @param since the intent
     * @return the one with the lowest id that comes first; empty if there is nobody
     */
    Optional<PersonId> find(SourcedPerson former, Instant since) {
        if (revival.bringsBack()) {
            PersonId id = former.person().id();
            return bench.source().byIds(List.of(id)).isEmpty() ? Optional.empty() : Optional.of(id);
        }
        Instant from = since.minus(CLOCKS);
        ReadScope scope = bench.source().readsChanges() ? new ReadScope.ChangedSince(from) : new ReadScope.Everything();
        @Nullable String cursor = null;
        do {
            PersonPage page = bench.source().page(scope, cursor);
            for (SourcedPerson person : page.persons()) {
                if (isNew(person.person(), from)
                        && isUnknown(person.person().id())
                        && isTheSame(person.person(), former.person())) {
                    return Optional.of(person.person().id());
                }
            }
            cursor = page.next();
        } while (cursor != null);
        return Optional.empty();
    }

    /** Where a list leaves values out, the person is read once more by itself. */
    private boolean isTheSame(Person listed, Person former) {
        if (bench.source().asListed(former).equals(former)) {
            return holdsTheSame(listed, former, bench.writer());
        }
        return bench.source().byIds(List.of(listed.id())).stream()
                .anyMatch(found -> holdsTheSame(found.person(), former, bench.writer()));
    }

    private static boolean isNew(Person person, Instant from) {
        @Nullable Instant added = person.facts().addedAt();
        return added == null || !added.isBefore(from);
    }

    private boolean isUnknown(PersonId person) {
        return !ledger.knows(person) && !effects.anyCreated(person);
    }

    /** Consent is left aside: a system may keep its own opinion of it. */
    private static boolean holdsTheSame(Person found, Person former, PersonWriter writer) {
        @Nullable String owner = former.facts().ownerId();
        return found.name().display().strip().equals(former.name().display().strip())
                && values(found.emails()).equals(values(former.emails()))
                && values(found.phones()).equals(values(former.phones()))
                && Objects.equals(
                        found.organisation().id(), former.organisation().id())
                && new TreeSet<>(found.facts().labels())
                        .equals(new TreeSet<>(former.facts().labels()))
                && (owner == null || owner.equals(found.facts().ownerId()))
                && found.custom().equals(writable(former.custom(), writer));
    }

    private static List<String> values(List<ContactValue> contacts) {
        return contacts.stream()
                .map(contact -> contact.value().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private static SortedMap<String, String> writable(SortedMap<String, String> custom, PersonWriter writer) {
        SortedMap<String, String> writable = new TreeMap<>(custom);
        writable.keySet().removeIf(key -> !writer.writes("custom." + key));
        return writable;
    }
}
