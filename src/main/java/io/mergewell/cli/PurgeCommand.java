package io.mergewell.cli;

import io.mergewell.cli.jobfile.JobFileReader;
import io.mergewell.job.JobFile;
import io.mergewell.job.privacy.Purge;
import io.mergewell.job.privacy.Purged;
import java.nio.file.Path;

/** {@code purge}: says what is older than it is kept for, and with {@code --yes} takes it away. */
final class PurgeCommand {

    private final Surroundings surroundings;

    PurgeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    int run(Path path, boolean yes) {
        JobFile job =
                JobFileReader.withoutCredential(surroundings.environment()).read(path);
        Purged purged = yes ? Purge.run(job, surroundings.clock()) : Purge.look(job, surroundings.clock());
        PurgeText.of(purged, job).forEach(surroundings::print);
        surroundings.out().flush();
        return ExitCode.DONE;
    }
}
