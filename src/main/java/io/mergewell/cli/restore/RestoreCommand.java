package io.mergewell.cli.restore;

import io.mergewell.apply.restore.Prospect;
import io.mergewell.cli.ending.ExitCode;
import io.mergewell.cli.jobfile.JobFileReader;
import io.mergewell.cli.run.OutputOptions;
import io.mergewell.cli.run.RunCommand;
import io.mergewell.cli.run.ScheduleOptions;
import io.mergewell.cli.voice.Surroundings;
import io.mergewell.job.JobFile;
import io.mergewell.job.StopSignal;
import io.mergewell.job.restore.RestoreLook;
import io.mergewell.job.restore.RestoreRun;
import java.nio.file.Path;
import java.util.List;

/** {@code restore}: says what can come back of an apply run, and with {@code --yes} brings it back. */
public final class RestoreCommand {

    private final Surroundings surroundings;

    /** @param surroundings what the command finds around it */
    public RestoreCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Brings back what can be.
     *
     * @param path the job file
     * @param run the id of the apply run
     * @return the exit code
     */
    public int restore(Path path, String run, ScheduleOptions options, OutputOptions output) {
        return new RunCommand(surroundings, options, output)
                .run("restore", path, (file, progress, stop) -> RestoreRun.run(file, run, progress, stop));
    }

    /**
     * Prints what could be brought back; nothing is changed.
     *
     * @param path the job file
     * @param run the id of the apply run
     * @return the exit code
     */
    public int look(Path path, String run, OutputOptions output) {
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
