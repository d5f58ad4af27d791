package io.mergewell.job.status;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a summary says of its run.
 *
 * @param persons in the mirror when it made its plan; null if it made none
 * @param resumes how often it went on after it had been interrupted
 * @param why it ended early, as a sentence; null if it did not
 */
record WrittenSummary(
        String runId,
        String command,
        String status,
        Instant startedAt,
        Instant endedAt,
        int exitCode,
        @Nullable Long persons,
        long calls,
        long tokens,
        int resumes,
        @Nullable String why,
        String nextStep) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads a {@code summary.json}; empty if it is none of ours, or damaged. */
    static Optional<WrittenSummary> read(byte[] json) {
        try {
            return Optional.of(of(JSON.readTree(json)));
        } catch (JacksonException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What ended a run early is noted last. */
    private static @Nullable String why(JsonNode summary) {
        JsonNode notes = summary.path("notes");
        boolean early = !summary.required("status").asString().equals("COMPLETED");
        return early && !notes.isEmpty() ? notes.get(notes.size() - 1).asString() : null;
    }

    private static WrittenSummary of(JsonNode summary) {
        boolean planned = summary.path("plan").isObject();
        return new WrittenSummary(
                summary.required("runId").asString(),
                summary.required("command").asString(),
                summary.required("status").asString(),
                Instant.parse(summary.required("startedAt").asString()),
                Instant.parse(summary.required("endedAt").asString()),
                summary.required("exitCode").asInt(),
                planned ? summary.path("counts").required("persons").asLong() : null,
                summary.path("api").path("calls").asLong(),
                summary.path("api").path("tokens").asLong(),
                summary.path("resumes").asInt(),
                why(summary),
                summary.required("nextStep").asString());
    }
}
