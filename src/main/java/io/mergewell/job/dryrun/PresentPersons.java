package io.mergewell.job.dryrun;

import io.mergewell.crm.PersonLookup;
import io.mergewell.crm.PersonSource;
import io.mergewell.crm.connect.WayOut;
import io.mergewell.job.Amount;
import io.mergewell.job.run.RunContext;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Fingerprint;
import io.mergewell.plan.golden.Aside;
import io.mergewell.store.memory.Rejection;
import io.mergewell.store.memory.RunCounts;
import io.mergewell.store.mirror.Mirror;
import io.mergewell.store.mirror.MirroredPerson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Persons of a plan as they are now: read again where the system asks for that, else as in the mirror.
 *
 * @param persons those that exist, by id
 * @param asides what the records of some hold beside them, by id
 * @param gone those that no longer exist
 * @param tooLarge those whose records have become too large to keep since they were matched
 * @param changed those whose values differ from the ones that were matched
 * @param reread those whose records differ in any way from the mirror, which has to take them over
 */
record PresentPersons(
        Map<PersonId, Person> persons,
        Map<PersonId, Aside> asides,
        List<PersonId> gone,
        List<PersonId> tooLarge,
        Set<PersonId> changed,
        List<MirroredPerson> reread) {

    /** As many as a system answers at once. */
    private static final int BATCH = 100;

    /** As many as the mirror alone answers at once. */
    private static final int MIRROR_BATCH = 2_000;

    private static final int FEW = 50;
    private static final double DOUBTFUL_SHARE = 0.2;

    /** @param ids in ascending order */
    static PresentPersons read(RunContext run, List<PersonId> ids) {
        Mirror mirror = new Mirror(run.store());
        PersonSource source = run.crm().source();
        Optional<PersonLookup> again =
                source instanceof PersonLookup lookup && lookup.readsAgain() ? Optional.of(lookup) : Optional.empty();
        PresentPersons present = new PresentPersons(
                new TreeMap<>(),
                new HashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new TreeSet<>(),
                new ArrayList<>());
        int size = again.isPresent() ? BATCH : MIRROR_BATCH;
        for (int from = 0; from < ids.size(); from += size) {
            run.stop().check();
            List<PersonId> batch = ids.subList(from, Math.min(from + size, ids.size()));
            Map<PersonId, MirroredPerson> matched = run.store().readApart(() -> mirror.find(batch));
            if (again.isPresent()) {
                present.take(batch, matched, CheckedPersons.of(again.get().byIds(batch)), again.get()::asListed);
                run.announcer()
                        .advanced(String.format(
                                Locale.ROOT, "%,d of %,d persons read again", from + batch.size(), ids.size()));
                run.announcer().counted(new Amount(from + batch.size(), (long) ids.size(), "persons read again"));
            } else {
                matched.values()
                        .forEach(person -> present.take(person, run.crm().out()));
            }
        }
        present.doubt(ids.size(), () -> run.store().readApart(mirror::count));
        return present;
    }

    /** A system that suddenly knows far fewer of the persons it has just listed is not believed. */
    private void doubt(int asked, LongSupplier mirrored) {
        if (gone.size() > FEW && gone.size() > asked * DOUBTFUL_SHARE) {
            throw DoubtfulRead.ofVanished(gone.size(), asked, mirrored.getAsLong());
        }
    }

    /** Whom the mirror drops. */
    List<PersonId> dropped() {
        return Stream.concat(gone.stream(), tooLarge.stream()).sorted().toList();
    }

    List<Rejection> rejections() {
        return CheckedPersons.rejections(tooLarge);
    }

    /** What the second look adds to the run's counters. */
    RunCounts counts(RunCounts usage) {
        return new RunCounts(0, 0, tooLarge.size(), usage.calls(), usage.tokens(), usage.retries());
    }

    /** Collections that only this class may change. */
    @Override
    public Map<PersonId, Person> persons() {
        return Collections.unmodifiableMap(persons);
    }

    private void take(MirroredPerson mirrored, WayOut out) {
        PersonId id = mirrored.person().id();
        persons.put(id, mirrored.person());
        Aside aside = out.aside(mirrored.raw());
        if (!aside.equals(Aside.NONE)) {
            asides.put(id, aside);
        }
    }

    private void take(
            List<PersonId> batch,
            Map<PersonId, MirroredPerson> matched,
            CheckedPersons found,
            UnaryOperator<Person> asListed) {
        Set<PersonId> missing = new TreeSet<>(batch);
        found.tooLarge().forEach(missing::remove);
        tooLarge.addAll(found.tooLarge());
        for (MirroredPerson now : found.persons()) {
            Person person = now.person();
            missing.remove(person.id());
            persons.put(person.id(), person);
            // The mirror keeps to what lists hold, so that the same persons are matched alike every night.
            MirroredPerson listed = new MirroredPerson(asListed.apply(person), now.raw());
            MirroredPerson before = matched.get(person.id());
            if (!listed.equals(before)) {
                reread.add(listed);
                if (before == null || !Fingerprint.of(before.person()).equals(Fingerprint.of(listed.person()))) {
                    changed.add(person.id());
                }
            }
        }
        gone.addAll(missing);
    }
}
