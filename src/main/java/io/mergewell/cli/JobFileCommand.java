package io.mergewell.cli;

import io.mergewell.cli.ending.ExitCode;
import io.mergewell.cli.ending.UsageException;
import io.mergewell.cli.jobfile.JobFileReference;
import io.mergewell.cli.voice.Surroundings;
import java.util.List;

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
            throw new UsageException(
                    "No key of a job file begins with " + beginning + ".", Commands.PROGRAM + " job-file");
        }
        return lines;
    }
}
