package io.mergewell.job.status.standing;

import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.job.JobFile;
import io.mergewell.store.Store;
import io.mergewell.store.memory.Run;
import io.mergewell.store.memory.Runs;
import io.mergewell.store.mirror.MirrorState;
import io.mergewell.store.mirror.Reading;
import io.mergewell.store.mirror.Readings;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How old the copy of the CRM is.
 *
 * @param persons in it when it was last whole
 * @param readAt when the run began that made it whole last; null if it never was, or nobody knows any more
 * @param sweptAt when everybody was read last; null if that never was
 * @param nextSweep when everybody is read next; null if every read is of everybody, or the next one is
 * @param halfRead persons of a read that has begun and not ended; null if there is none
 * @param doubted persons of the last full read, which found too few to be believed; null if it was believed
 */
public record MirrorStanding(
        long persons,
        @Nullable Instant readAt,
        @Nullable Instant sweptAt,
        @Nullable Instant nextSweep,
        @Nullable Long halfRead,
        @Nullable Long doubted) {

    static @Nullable MirrorStanding of(JobFile job, Store store) {
        Readings readings = new Readings(store);
        Optional<MirrorState> known = readings.state();
        if (known.isEmpty()) {
            return null;
        }
        MirrorState state = known.get();
        return new MirrorStanding(
                state.persons(),
                readAt(state, store),
                state.sweptAt(),
                nextSweep(job, state),
                readings.unfinished().map(Reading::persons).orElse(null),
                state.doubtedPersons());
    }

    private static @Nullable Instant readAt(MirrorState state, Store store) {
        return Optional.ofNullable(state.completedBy())
                .flatMap(new Runs(store)::find)
                .map(Run::startedAt)
                .orElse(null);
    }

    private static @Nullable Instant nextSweep(JobFile job, MirrorState state) {
        boolean incremental = job.crm() instanceof CrmSettings.Online online
                && online.system().readsChanges();
        Instant swept = state.sweptAt();
        return !incremental || swept == null || state.watermark() == null || state.doubtedPersons() != null
                ? null
                : swept.plus(job.sweepEvery());
    }
}
