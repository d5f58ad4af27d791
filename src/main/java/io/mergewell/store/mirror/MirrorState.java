package io.mergewell.store.mirror;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a mirror as a whole.
 *
 * @param source digest of where its persons come from; another source is another mirror
 * @param persons how many it held when it was last complete
 * @param generation number of the last complete full read; 0 before the first
 * @param lastGeneration highest number any full read has used
 * @param latestUpdate the largest update time the CRM itself gave in a complete read; null where it gives none
 * @param sweptAt when the last complete full read began, by our clock; null before the first
 * @param completedBy the run that made it whole last; null before the first
 * @param doubtedPersons what a full read found that was too few to be believed; null if the last one was believed
 */
public record MirrorState(
        String source,
        long persons,
        long generation,
        long lastGeneration,
        @Nullable Instant latestUpdate,
        @Nullable Instant sweptAt,
        @Nullable String completedBy,
        @Nullable Long doubtedPersons) {

    /** What the CRM's clock and its index may lag behind each other. */
    private static final Duration LAG = Duration.ofMinutes(10);

    /** A full read that finds less than this share of the last one is doubted, */
    private static final double LEAST_SHARE = 0.8;

    /** unless no more than this many are missing: small bases change quickly. */
    private static final long FEW = 50;

    /** Two full reads agree if they differ by no more than this share. */
    private static final double AGREEMENT = 0.02;

    static MirrorState empty(String source) {
        return new MirrorState(source, 0, 0, 0, null, null, null, null);
    }

    /** From when on the next read needs only what changed; null if that cannot be told. */
    public @Nullable Instant watermark() {
        return latestUpdate == null ? null : latestUpdate.minus(LAG);
    }

    /**
     * From when on to read now.
     *
     * @param sweepEvery how often everything is read
     * @return null for everything
     */
    @Nullable
    Instant since(Instant now, Duration sweepEvery) {
        boolean due = sweptAt == null || !now.isBefore(sweptAt.plus(sweepEvery));
        return due || doubtedPersons != null ? null : watermark();
    }

    /**
     * Whether a full read that found so many persons is believed. Far fewer than last time are believed only when the
     * full read before found about as few.
     */
    boolean believes(long found) {
        boolean farFewer = found < persons * LEAST_SHARE && persons - found > FEW;
        boolean seenBefore = doubtedPersons != null && Math.abs(found - doubtedPersons) <= persons * AGREEMENT;
        return !farFewer || seenBefore;
    }
}
