package io.mergewell.cli;

import io.mergewell.cli.jobfile.JobFileReader;
import io.mergewell.job.JobFile;
import io.mergewell.job.StopSignal;
import io.mergewell.job.restore.RestoreLook;
import io.mergewell.job.restore.RestoreRun;
import java.nio.file.Path;

/** {@code restore}: says what can come back of an apply run, and with {@code --yes} brings it back. */
final class RestoreCommand {

    private final Surroundings surroundings;

    RestoreCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    int restore(Path path, String run, ScheduleOptions options, OutputOptions output) {
        return new RunCommand(surroundings, options, output)
                .run("restore", path, (file, progress, stop) -> RestoreRun.run(file, run, progress, stop));
    }

    int look(Path path, String run) {
        JobFile job = new JobFileReader(surroundings.environment()).read(path);
        try (StopSignal stop = new StopSignal()) {
            RestoreText.of(RestoreLook.of(job, run, stop), path, run).forEach(surroundings.out()::println);
        }
        surroundings.out().flush();
        return ExitCode.DONE;
    }
}
