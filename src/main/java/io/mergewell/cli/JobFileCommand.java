package io.mergewell.cli;

import io.mergewell.cli.ending.ExitCode;
import io.mergewell.cli.ending.UsageException;
import io.mergewell.cli.jobfile.JobFileReference;
import io.mergewell.cli.voice.Surroundings;
import io.mergewell.job.NextCommand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code job-file}: the keys a job file may have. */
final class JobFileCommand {

    private final Surroundings surroundings;

    JobFileCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    int run(String key, boolean page) {
        if (page) {
            surroundings.out().print(JobFileReference.page());
        } else {
            keys(key).forEach(surroundings.out()::println);
        }
        surroundings.out().flush();
        return ExitCode.DONE;
    }

    private static List<String> keys(String beginning) {
        List<String> lines = JobFileReference.lines(beginning);
        if (lines.isEmpty()) {
            Optional<String> meant = JobFileReference.meant(beginning);
            throw new UsageException(
                    "No key of a job file begins with " + beginning + "."
                            + meant.map(key -> " Did you mean " + key + "?").orElse(""),
                    NextCommand.ofArguments(
                            Stream.concat(Stream.of("job-file"), meant.stream()).toList()));
        }
        return lines;
    }
}
