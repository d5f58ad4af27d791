package io.mergewell.store.mirror;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a read has come: the checkpoint after each page.
 *
 * @param runId the run it belongs to; no other run goes on with it
 * @param source digest of where the persons come from
 * @param since only what changed since then is read; null for everything
 * @param beganAt by our clock
 * @param generation the number that persons seen by this read carry
 * @param cursor where the next page begins; null for the first
 * @param pages committed so far
 * @param persons different ones committed so far
 * @param latestUpdate the largest update time the CRM gave so far; null where it gives none
 * @param restarts how often the read has begun anew
 * @param failures broken answers since the last committed page
 */
public record Reading(
        String runId,
        String source,
        @Nullable Instant since,
        Instant beganAt,
        long generation,
        @Nullable String cursor,
        long pages,
        long persons,
        @Nullable Instant latestUpdate,
        int restarts,
        int failures) {

    /** Whether everything is read, so that persons who are not seen are gone. */
    public boolean full() {
        return since == null;
    }

    Reading afterPage(String next, long newPersons, @Nullable Instant update) {
        return new Reading(
                runId,
                source,
                since,
                beganAt,
                generation,
                next,
                pages + 1,
                persons + newPersons,
                later(latestUpdate, update),
                restarts,
                0);
    }

    Reading anew(long newGeneration, Instant now) {
        return new Reading(runId, source, since, now, newGeneration, null, 0, 0, null, restarts + 1, 0);
    }

    Reading afterFailure() {
        return new Reading(
                runId,
                source,
                since,
                beganAt,
                generation,
                cursor,
                pages,
                persons,
                latestUpdate,
                restarts,
                failures + 1);
    }

    static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
