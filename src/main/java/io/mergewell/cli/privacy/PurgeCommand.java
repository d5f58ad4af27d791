package io.mergewell.cli.privacy;

import io.mergewell.cli.ending.ExitCode;
import io.mergewell.cli.jobfile.JobFileReader;
import io.mergewell.cli.voice.Surroundings;
import io.mergewell.job.JobFile;
import io.mergewell.job.privacy.Purge;
import io.mergewell.job.privacy.Purged;
import java.nio.file.Path;

/** {@code purge}: says what is older than it is kept for, and with {@code --yes} takes it away. */
public final class PurgeCommand {

    private final Surroundings surroundings;

    /** @param surroundings what the command finds around it */
    public PurgeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Prints what is kept for too long, or what was taken away.
     *
     * @param path the job file
     * @param yes take it away; else nothing is changed
     * @param json one JSON document instead of text
     * @return the exit code
     */
    public int run(Path path, boolean yes, boolean json) {
        JobFile job =
                JobFileReader.withoutCredential(surroundings.environment()).read(path);
        Purged purged = yes ? Purge.run(job, surroundings.clock()) : Purge.look(job, surroundings.clock());
        if (json) {
            surroundings.out().println(PurgeJson.of(purged, PurgeText.next(purged, job)));
        } else {
            PurgeText.of(purged, job).forEach(surroundings::print);
        }
        surroundings.out().flush();
        return ExitCode.DONE;
    }
}
