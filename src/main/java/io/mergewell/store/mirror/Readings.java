package io.mergewell.store.mirror;

import io.mergewell.person.PersonId;
import io.mergewell.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a mirror is filled: page by page, each a checkpoint, until it is whole. */
public final class Readings {

    /** Broken answers at the same place before a read begins anew. */
    private static final int PATIENCE = 2;

    private final Store store;
    private final Mirror mirror;
    private final ReadingTable table;

    public Readings(Store store) {
        this.store = store;
        this.mirror = new Mirror(store);
        this.table = new ReadingTable(store);
    }

    /** What is known of the mirror; empty before the first read. */
    public Optional<MirrorState> state() {
        return Optional.ofNullable(table.state());
    }

    /** The read that has begun and not ended, of whatever run. */
    public Optional<Reading> unfinished() {
        return Optional.ofNullable(table.reading());
    }

    /** The read of a run, if it has begun and not ended. */
    public Optional<Reading> find(String runId) {
        return unfinished().filter(reading -> reading.runId().equals(runId));
    }

    /** How far a run has come with reading a source; what it read of another one does not count. */
    public Progress progress(String runId, String source) {
        boolean whole = state().filter(state -> state.source().equals(source))
                .map(MirrorState::completedBy)
                .filter(runId::equals)
                .isPresent();
        return new Progress(
                whole, find(runId).filter(reading -> reading.source().equals(source)));
    }

    /**
     * How far a run has come with its read.
     *
     * @param whole whether it has made the mirror whole
     * @param reading the checkpoint to go on from; empty if it has not begun, or has ended
     */
    public record Progress(boolean whole, Optional<Reading> reading) {}

    /**
     * Begins the read of a run; what another run left half-read is discarded.
     *
     * @param source digest of where the persons come from; the mirror of another source is emptied
     * @param readsChanges whether the system can tell what changed since a time
     * @param sweepEvery how often everything is read in spite of that
     */
    public Reading begin(String runId, String source, boolean readsChanges, Duration sweepEvery, Instant now) {
        MirrorState state = ownState(source);
        @Nullable Instant since = readsChanges ? state.since(now, sweepEvery) : null;
        long generation = since == null ? state.lastGeneration() + 1 : state.generation();
        Reading reading = new Reading(runId, source, since, now, generation, null, 0, 0, null, 0, 0);
        save(state, reading);
        return reading;
    }

    /** Begins a read anew because its place in the CRM is lost; persons seen so far need to be seen again. */
    public Reading beginAnew(Reading reading, Instant now) {
        MirrorState state = ownState(reading.source());
        Reading anew = reading.anew(reading.full() ? state.lastGeneration() + 1 : reading.generation(), now);
        save(state, anew);
        return anew;
    }

    /**
     * Saves a page and moves the checkpoint behind it. To be called within the transaction of whatever else belongs to
     * the page.
     *
     * @param gone persons the system names as deleted
     * @param next where the following page begins
     */
    public Reading advance(Reading reading, List<MirroredPerson> page, List<PersonId> gone, String next) {
        mirror.remove(gone);
        long unseen = mirror.save(reading.generation(), page);
        Reading advanced = reading.afterPage(next, reading.full() ? unseen : page.size(), latestUpdate(page));
        store.write(() -> table.save(advanced));
        return advanced;
    }

    /**
     * Saves the last page and makes the mirror whole, unless it found too few persons to be believed.
     *
     * @param gone persons the system names as deleted
     */
    public Completion complete(Reading reading, List<MirroredPerson> lastPage, List<PersonId> gone) {
        mirror.remove(gone);
        long found = reading.persons() + mirror.save(reading.generation(), lastPage);
        MirrorState before = ownState(reading.source());
        if (reading.full() && !before.believes(found)) {
            return new Completion.TooFew(found, before.persons());
        }
        store.refreshStatistics("mergewell_person");
        long held = mirror.count();
        long vanished = reading.full() && held > found ? mirror.removeOthersThan(reading.generation()) : 0;
        @Nullable Instant update = Reading.later(reading.latestUpdate(), latestUpdate(lastPage));
        store.write(() -> {
            table.save(new MirrorState(
                    reading.source(),
                    held - vanished,
                    reading.generation(),
                    before.lastGeneration(),
                    reading.full() ? update : Reading.later(before.latestUpdate(), update),
                    reading.full() ? reading.beganAt() : before.sweptAt(),
                    reading.runId(),
                    null));
            table.deleteReading();
        });
        return new Completion.Whole(held - vanished, vanished);
    }

    /** Remembers that a full read found too few, so that a second one which agrees is believed. */
    public void doubt(Completion.TooFew completion) {
        store.write(() -> {
            table.doubt(completion.found());
            table.deleteReading();
        });
    }

    /** Remembers that the CRM broke its contract at this place; the second time the read is given up. */
    public void noteFailure(Reading reading) {
        Reading failed = reading.afterFailure();
        store.write(() -> {
            if (failed.failures() >= PATIENCE) {
                table.deleteReading();
            } else {
                table.save(failed);
            }
        });
    }

    private MirrorState ownState(String source) {
        MirrorState state = table.state();
        if (state != null && state.source().equals(source)) {
            return state;
        }
        MirrorState empty = MirrorState.empty(source);
        store.write(() -> {
            mirror.clear();
            new Terms(store).clear();
            table.save(empty);
        });
        return empty;
    }

    private void save(MirrorState state, Reading reading) {
        long used = Math.max(state.lastGeneration(), reading.generation());
        store.write(() -> {
            table.saveLastGeneration(used);
            table.save(reading);
        });
    }

    private static @Nullable Instant latestUpdate(List<MirroredPerson> page) {
        @Nullable Instant latest = null;
        for (MirroredPerson person : page) {
            latest = Reading.later(latest, person.person().facts().updatedAt());
        }
        return latest;
    }
}
