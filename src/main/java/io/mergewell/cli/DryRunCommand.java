package io.mergewell.cli;

import io.mergewell.cli.jobfile.JobFileReader;
import io.mergewell.crm.CrmSettings;
import io.mergewell.job.JobFile;
import io.mergewell.job.dryrun.DryRun;
import io.mergewell.review.Summary;
import io.mergewell.review.SummaryText;
import java.nio.file.Path;
import java.time.Duration;

/** {@code dry-run}: what a night does, with a summary in words at the end. */
final class DryRunCommand {

    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Surroundings surroundings;

    DryRunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    int run(Path path) {
        JobFile job = new JobFileReader(surroundings.environment()).read(path);
        ProgressLines progress = new ProgressLines(surroundings.err(), surroundings.clock());
        Summary summary = DryRun.run(job, progress, surroundings.termination().listen(patience(job.crm())));
        progress.flush();
        surroundings.out().println(SummaryText.of(summary));
        surroundings.out().flush();
        return summary.exitCode();
    }

    /** A call to the CRM in flight is waited for, and then its commit. */
    private static Duration patience(CrmSettings crm) {
        return crm instanceof CrmSettings.Pipedrive pipedrive
                ? pipedrive.timeout().plus(MARGIN)
                : MARGIN;
    }
}
