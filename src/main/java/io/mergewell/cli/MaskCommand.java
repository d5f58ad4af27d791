package io.mergewell.cli;

import io.mergewell.cli.jobfile.JobFileReader;
import io.mergewell.job.NextCommand;
import io.mergewell.job.privacy.Masking;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code mask}: copies of a report with little of the persons in them. */
final class MaskCommand {

    private final Surroundings surroundings;

    MaskCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    int run(Path path, @Nullable String run) {
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
