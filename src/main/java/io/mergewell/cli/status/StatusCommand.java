package io.mergewell.cli.status;

import io.mergewell.cli.ending.ExitCode;
import io.mergewell.cli.jobfile.JobFileReader;
import io.mergewell.cli.voice.Surroundings;
import io.mergewell.job.status.Status;
import io.mergewell.job.status.StatusReport;
import java.nio.file.Path;

/** {@code status}: how a job stands, also while it is at work. */
public final class StatusCommand {

    private final Surroundings surroundings;

    /** @param surroundings what the command finds around it */
    public StatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Prints how a job stands.
     *
     * @param path the job file
     * @param json one JSON document instead of text
     * @return the exit code
     */
    public int run(Path path, boolean json) {
        StatusReport status = Status.of(
                JobFileReader.withoutCredential(surroundings.environment()).read(path));
        if (json) {
            surroundings.out().println(StatusJson.of(status));
        } else {
            StatusText.of(
                            status,
                            surroundings.clock().instant(),
                            surroundings.screen().width().orElse(Integer.MAX_VALUE))
                    .forEach(surroundings::print);
        }
        surroundings.out().flush();
        return ExitCode.DONE;
    }
}
