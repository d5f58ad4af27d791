package io.mergewell.cli.evaluate.decided;

import io.mergewell.cli.ending.ExitCode;
import io.mergewell.cli.evaluate.EvaluationJson;
import io.mergewell.cli.jobfile.JobFileReader;
import io.mergewell.cli.voice.Surroundings;
import io.mergewell.job.JobException;
import io.mergewell.job.JobFile;
import io.mergewell.job.NextCommand;
import io.mergewell.job.crm.Unopened;
import java.nio.file.Path;

/** {@code evaluate --decisions}: how right matching is on what people decided. */
public final class ReplayCommand {

    private final Surroundings surroundings;

    /** @param surroundings what the command finds around it */
    public ReplayCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Prints the measures.
     *
     * @param path the job file
     * @param json one line of JSON instead of a table
     * @return the exit code
     */
    public int run(Path path, boolean json) {
        JobFile job =
                JobFileReader.withoutCredential(surroundings.environment()).read(path);
        MirrorLook look = new MirrorLook(job, NextCommand.of("evaluate", path, "--decisions"));
        Cases cases = look.at(store -> new CaseFinder(store, job.name(), job.match()).find());
        if (cases.all().isEmpty()) {
            throw new JobException.TooEarly(
                    "There is no decided pair of job " + job.name()
                            + " to replay. Decide on some groups of a review and"
                            + " hand it in with apply, or import decisions; pairs on hold do not count.",
                    NextCommand.of("status", path));
        }
        DecidedEvaluation evaluation =
                new Replay(look, new Unopened(job.crm()).out().capabilities()).run(job, cases);
        if (json) {
            surroundings
                    .out()
                    .println(EvaluationJson.of(
                            evaluation.evaluation(),
                            object -> DecidedJson.write(evaluation, object.putObject("decisions"))));
        } else {
            DecidedText.of(evaluation).forEach(surroundings.out()::println);
            surroundings.out().println("Next: " + NextCommand.of("status", path));
        }
        surroundings.out().flush();
        return ExitCode.DONE;
    }
}
