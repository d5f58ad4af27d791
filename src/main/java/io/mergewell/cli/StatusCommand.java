package io.mergewell.cli;

import io.mergewell.cli.jobfile.JobFileReader;
import io.mergewell.job.status.Status;
import java.nio.file.Path;

/** {@code status}: how a job stands, also while it is at work. */
final class StatusCommand {

    private final Surroundings surroundings;

    StatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    int run(Path path) {
        StatusText.of(Status.of(new JobFileReader(surroundings.environment()).read(path)))
                .forEach(surroundings.out()::println);
        surroundings.out().flush();
        return ExitCode.DONE;
    }
}
