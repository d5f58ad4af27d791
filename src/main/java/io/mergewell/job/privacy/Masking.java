package io.mergewell.job.privacy;

import io.mergewell.job.JobException;
import io.mergewell.job.JobFile;
import io.mergewell.review.ReviewFiles;
import io.mergewell.review.files.Artefact;
import io.mergewell.review.page.ReviewPage;
import io.mergewell.review.privacy.MaskedReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The command {@code mask}: a copy of a report that can be shown to those who need not know the persons. */
public final class Masking {

    private Masking() {}

    /**
     * Writes masked copies beside a run's report. Neither report, store nor CRM is changed, and no run is waited for.
     *
     * @param run its id; null for the newest that has a report
     * @return the files written
     * @throws JobException.Unknown if there is no such run, or it has no report, or that is not as it was written
     * @throws io.mergewell.review.files.ReviewException if one cannot be written
     */
    public static List<Artefact> of(JobFile job, @Nullable String run) {
        Path folder = new RunFolders(job.reports())
                .all().stream()
                        .filter(one -> run == null
                                ? hasReport(one)
                                : one.getFileName().toString().equals(run))
                        // After an apply the newest folder has the page alone.
                        .max(Comparator.comparing(Masking::hasReview).thenComparing(Comparator.naturalOrder()))
                        .orElseThrow(() -> unknown(job, run));
        try {
            return Optional.of(MaskedReport.write(folder))
                    .filter(written -> !written.isEmpty())
                    .orElseThrow(() -> unknown(job, run));
        } catch (IllegalArgumentException notOurs) {
            throw new JobException.Unknown(notOurs.getMessage() + " Nothing else was changed; make a new dry run.");
        } catch (IOException e) {
            throw new JobException.Unknown(
                    "The report in " + folder + " cannot be read. Nothing was changed; check who may read it.");
        }
    }

    private static boolean hasReview(Path folder) {
        return RunFolders.isFile(folder.resolve(ReviewFiles.REVIEW));
    }

    private static boolean hasReport(Path folder) {
        return Stream.of(ReviewFiles.REVIEW, ReviewPage.NAME).anyMatch(name -> RunFolders.isFile(folder.resolve(name)));
    }

    private static JobException.Unknown unknown(JobFile job, @Nullable String run) {
        String which = run == null ? "No run of job " + job.name() : "No run " + run + " of job " + job.name();
        return new JobException.Unknown(which + " has a report in " + job.reports() + ", so nothing was masked. The"
                + " command status names the last runs; those of dry runs have reports, until purge takes them away.");
    }
}
