package io.mergewell.cli;

import io.mergewell.cli.jobfile.JobFileReader;
import io.mergewell.job.status.Status;
import io.mergewell.job.status.StatusReport;
import java.nio.file.Path;

/** {@code status}: how a job stands, also while it is at work. */
final class StatusCommand {

    private final Surroundings surroundings;

    StatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    int run(Path path, boolean json) {
        StatusReport status = Status.of(
                JobFileReader.withoutCredential(surroundings.environment()).read(path));
        if (json) {
            surroundings.out().println(StatusJson.of(status));
        } else {
            StatusText.of(status, surroundings.clock().instant()).forEach(surroundings::print);
        }
        surroundings.out().flush();
        return ExitCode.DONE;
    }
}
