package io.mergewell.job.status;

import io.mergewell.review.summary.SummaryFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The summaries in a job's reports: its history while the store is held by a run. */
final class SummaryFolder {

    private final Path reports;

    SummaryFolder(Path reports) {
        this.reports = reports;
    }

    /** The last runs that wrote a summary, the newest first. What cannot be read as one is left out. */
    List<PastRun> newest(int count) {
        try (Stream<Path> folders = Files.list(reports)) {
            return folders.filter(folder -> !Files.isSymbolicLink(folder))
                    .sorted(Comparator.comparing(Path::toString).reversed())
                    .map(folder -> read(folder).map(PastRun::of))
                    .flatMap(Optional::stream)
                    .limit(count)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** What the summary of a run says is to be done next. */
    Optional<String> nextStep(String runId) {
        return read(reports.resolve(runId)).map(WrittenSummary::nextStep);
    }

    private static Optional<WrittenSummary> read(Path folder) {
        try {
            return WrittenSummary.read(Files.readAllBytes(folder.resolve(SummaryFile.NAME)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
