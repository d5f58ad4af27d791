package io.mergewell.cli;

import io.mergewell.apply.restore.Prospect;
import io.mergewell.cli.jobfile.JobFileReader;
import io.mergewell.job.JobFile;
import io.mergewell.job.StopSignal;
import io.mergewell.job.restore.RestoreLook;
import io.mergewell.job.restore.RestoreRun;
import java.nio.file.Path;
import java.util.List;

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

    int look(Path path, String run, OutputOptions output) {
        JobFile job = new JobFileReader(surroundings.environment()).read(path);
        try (StopSignal stop = new StopSignal()) {
            Prospect prospect = RestoreLook.of(job, run, stop);
            List<String> lines = RestoreText.of(prospect, path, run);
            String next = lines.get(lines.size() - 1);
            if (output.json()) {
                surroundings.out().println(RestoreJson.of(prospect, run, next.replaceFirst("^Next: ", "")));
            } else {
                (output.quiet() ? List.of(next) : lines).forEach(surroundings::print);
            }
        }
        surroundings.out().flush();
        return ExitCode.DONE;
    }
}
