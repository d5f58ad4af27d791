package io.mergewell.job.privacy;

import io.mergewell.job.JobException;
import io.mergewell.job.JobFile;
import io.mergewell.job.NextCommand;
import io.mergewell.job.StoreVersion;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.review.files.ReviewException;
import io.mergewell.review.privacy.Forgotten;
import io.mergewell.store.FailPoint;
import io.mergewell.store.Store;
import io.mergewell.store.ledger.Crosswalk;
import io.mergewell.store.memory.HandedIn;
import io.mergewell.store.privacy.Erasure;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The command {@code forget}: erases persons from all that this program keeps of a job. First from files, then from the
 * store, which knows best where they are: killed in between, the same command finds the rest.
 */
public final class Forget {

    private final JobFile job;
    private final Store store;
    private final SortedSet<PersonId> persons;
    private final Instant now;

    private Forget(JobFile job, Store store, SortedSet<PersonId> persons, Instant now) {
        this.job = job;
        this.store = store;
        this.persons = persons;
        this.now = now;
    }

    /**
     * Says what would be erased, and changes nothing.
     *
     * @throws JobException.Unknown if nothing is known of the job
     * @throws JobException.TooEarly if a row about one of them is in the midst of being done or taken back, or the
     *     store is from an earlier version
     * @throws io.mergewell.store.StoreException if a run of the job is at work, or the store cannot be read
     */
    public static Forgot look(JobFile job, SortedSet<PersonId> persons, InstantSource clock) {
        Optional<Store> present = Store.look(job.store(), job.name());
        if (present.isEmpty()) {
            throw new JobException.Unknown("Nothing is known of job " + job.name() + " yet, so that there is nobody to"
                    + " forget. Nothing was changed.");
        }
        try (Store store = present.get()) {
            StoreVersion.requireCurrent(store, job);
            return Purge.explained(store, () -> new Forget(job, store, persons, clock.instant()).forget(false));
        }
    }

    /**
     * Does it.
     *
     * @throws JobException.TooEarly if a row about one of them is in the midst of being done or taken back: nothing is
     *     changed then
     * @throws io.mergewell.store.StoreException if a run of the job is at work, or the store cannot be used
     * @throws ReviewException if a file cannot be written
     */
    public static Forgot run(JobFile job, SortedSet<PersonId> persons, InstantSource clock) {
        try (Store store = Store.open(job.store(), job.name())) {
            return Purge.explained(store, () -> {
                Forgot forgot = new Forget(job, store, persons, clock.instant()).forget(true);
                FailPoint.hit("after-erasure-commit");
                store.compact();
                return forgot;
            });
        }
    }

    private Forgot forget(boolean yes) {
        Erasure erasure = new Erasure(store, job.name(), persons);
        requireCertainty(erasure);
        Forgotten forgotten =
                new Forgotten(persons.stream().map(PersonId::value).toList());
        Stream.concat(erasure.planned().stream(), erasure.approvedGroups().stream())
                .forEach(group -> add(group, forgotten));
        ErasedFiles files = new ErasedFiles(job, persons, forgotten);
        erase(files, yes);
        Forgot forgot = new Forgot(
                yes,
                files.changed(),
                files.unreadable(),
                erasure.mirrored(),
                erasure.planned().size(),
                erasure.telling(),
                erasure.waiting(),
                merged(),
                ids(forgotten.others()));
        if (yes) {
            FailPoint.hit("before-erasure-commit");
            erasure.erase(now);
        }
        return forgot;
    }

    /** What is kept of somebody is the only way to find out what became of a call whose answer was lost. */
    private void requireCertainty(Erasure erasure) {
        erasure.inTheMidst().stream().findFirst().ifPresent(row -> {
            throw new JobException.TooEarly(
                    "What became of the row " + row + " is not known yet, and finding out takes what is kept of its"
                            + " persons. Nothing was erased; apply first, then forget.",
                    NextCommand.of("apply", job.path()));
        });
        erasure.comingBack().ifPresent(row -> {
            throw new JobException.TooEarly(
                    "Whether person " + row.absorbed() + " was made anew by restore is not known yet, and finding out"
                            + " takes what is kept of the record. Nothing was erased; restore first, then forget whoever"
                            + " came back as well.",
                    NextCommand.of("restore", job.path(), String.valueOf(row.settledBy()), "--yes"));
        });
    }

    private void erase(ErasedFiles files, boolean yes) {
        try {
            files.learn();
            files.erase(yes, this::handedInAsWell);
        } catch (IOException e) {
            throw ReviewException.cannotRead(job.reports(), e);
        }
    }

    /** A review that apply took stays one that it took. */
    private void handedInAsWell(byte[] before, byte[] after) {
        HandedIn handedIn = new HandedIn(store);
        handedIn.planOf(DigestUtils.sha256Hex(before))
                .ifPresent(plan -> handedIn.add(DigestUtils.sha256Hex(after), plan, now));
    }

    private SortedMap<PersonId, PersonId> merged() {
        SortedMap<PersonId, PersonId> merged = new TreeMap<>();
        for (Crosswalk.Crossing crossing : new Crosswalk(store).all()) {
            if (persons.contains(crossing.gone()) || persons.contains(crossing.survivor())) {
                merged.put(crossing.gone(), crossing.survivor());
            }
        }
        return merged;
    }

    private static void add(PlannedGroup group, Forgotten forgotten) {
        forgotten.add(
                group.id(),
                group.actions().stream().map(PlannedAction::rowKey).toList(),
                group.members().stream().map(Person::id).map(PersonId::value).toList());
    }

    private static SortedSet<PersonId> ids(List<String> values) {
        SortedSet<PersonId> ids = new TreeSet<>();
        values.forEach(value -> ids.add(new PersonId(value)));
        return ids;
    }
}
