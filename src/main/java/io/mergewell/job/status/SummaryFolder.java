package io.mergewell.job.status;

import io.mergewell.review.SummaryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The summaries in a job's reports: its history while the store is held by a run. */
final class SummaryFolder {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path reports;

    SummaryFolder(Path reports) {
        this.reports = reports;
    }

    /** The last runs that wrote a summary, the newest first. */
    List<PastRun> newest(int count) {
        try (Stream<Path> folders = Files.list(reports)) {
            return folders.filter(folder -> !Files.isSymbolicLink(folder))
                    .sorted(Comparator.comparing(Path::toString).reversed())
                    .map(folder -> read(folder).map(SummaryFolder::run))
                    .flatMap(Optional::stream)
                    .limit(count)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** What the summary of a run says is to be done next. */
    Optional<String> nextStep(String runId) {
        return read(reports.resolve(runId))
                .map(summary -> summary.path("nextStep").asString());
    }

    private static Optional<JsonNode> read(Path folder) {
        try {
            return Optional.of(JSON.readTree(Files.readAllBytes(folder.resolve(SummaryFile.NAME))));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static PastRun run(JsonNode summary) {
        return new PastRun(
                summary.path("runId").asString(),
                summary.path("command").asString(),
                summary.path("status").asString(),
                Instant.parse(summary.path("startedAt").asString()),
                Instant.parse(summary.path("endedAt").asString()),
                summary.path("exitCode").asInt(),
                summary.path("counts").path("persons").asLong());
    }
}
