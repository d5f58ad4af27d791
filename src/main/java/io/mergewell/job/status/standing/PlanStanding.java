package io.mergewell.job.status.standing;

import io.mergewell.job.JobFile;
import io.mergewell.store.Store;
import io.mergewell.store.memory.Plans;
import io.mergewell.store.memory.Run;
import io.mergewell.store.memory.Runs;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The newest plan.
 *
 * @param frozenAt when it was found last
 * @param validUntil until when {@code plan.valid-for} lets it be applied
 * @param valid whether that is still to come
 * @param counts what it proposes; null if its report was never written
 */
public record PlanStanding(
        String id,
        Instant frozenAt,
        Instant validUntil,
        boolean valid,
        @Nullable Counts counts) {

    /** Runs among which the one that planned last is looked for. */
    private static final int LOOKED_THROUGH = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a plan proposes: groups of two and more, single records that hold nothing, and rows by kind and by band. */
    public record Counts(long groups, long emptyRecords, long merges, long deletes, long none, long auto, long review) {

        private static Optional<Counts> of(String summary) {
            try {
                JsonNode counts = JSON.readTree(summary).path("counts");
                return Optional.of(new Counts(
                        counts.path("groups").asLong(),
                        counts.path("emptyRecords").asLong(),
                        counts.path("merges").asLong(),
                        counts.path("deletes").asLong(),
                        counts.path("none").asLong(),
                        counts.path("auto").asLong(),
                        counts.path("review").asLong()));
            } catch (JacksonException e) {
                return Optional.empty();
            }
        }
    }

    static @Nullable PlanStanding newest(JobFile job, Store store, Clock clock) {
        return new Runs(store)
                .newest(LOOKED_THROUGH).stream()
                        .filter(run -> run.planId() != null)
                        .findFirst()
                        .flatMap(run -> of(run, job, store, clock))
                        .orElse(null);
    }

    private static Optional<PlanStanding> of(Run run, JobFile job, Store store, Clock clock) {
        String id = Objects.requireNonNull(run.planId());
        return new Plans(store, job.name()).frozenAt(id).map(frozen -> {
            Instant end = frozen.plus(job.plan().validFor());
            return new PlanStanding(
                    id,
                    frozen,
                    end,
                    clock.instant().isBefore(end),
                    Optional.ofNullable(run.summary()).flatMap(Counts::of).orElse(null));
        });
    }
}
