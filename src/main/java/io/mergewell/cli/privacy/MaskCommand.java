package io.mergewell.cli.privacy;

import io.mergewell.cli.ending.ExitCode;
import io.mergewell.cli.jobfile.JobFileReader;
import io.mergewell.cli.voice.Surroundings;
import io.mergewell.job.NextCommand;
import io.mergewell.job.privacy.Masking;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code mask}: copies of a report with little of the persons in them. */
public final class MaskCommand {

    private final Surroundings surroundings;

    /** @param surroundings what the command finds around it */
    public MaskCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Writes masked copies of a report.
     *
     * @param path the job file
     * @param run the id of the dry run; null for the newest
     * @return the exit code
     */
    public int run(Path path, @Nullable String run) {
        Masking.of(JobFileReader.withoutCredential(surroundings.environment()).read(path), run)
                .forEach(file -> surroundings.print(file.path() + " written."));
        surroundings
                .out()
                .println("Ids and dates of records are as they were: who has the CRM can still tell who is"
                        + " meant. A decided copy can be applied as the original can.");
        surroundings.print("Next: " + NextCommand.of("status", path));
        surroundings.out().flush();
        return ExitCode.DONE;
    }
}
