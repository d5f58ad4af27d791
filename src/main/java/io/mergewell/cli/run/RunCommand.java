package io.mergewell.cli.run;

import io.mergewell.cli.ending.ExitCode;
import io.mergewell.cli.jobfile.JobFileReader;
import io.mergewell.cli.screen.Bar;
import io.mergewell.cli.voice.LogFormat;
import io.mergewell.cli.voice.ProgressLines;
import io.mergewell.cli.voice.Surroundings;
import io.mergewell.cli.voice.Voice;
import io.mergewell.cli.watch.RunWatch;
import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.job.JobFile;
import io.mergewell.job.RunExit;
import io.mergewell.job.RunProgress;
import io.mergewell.job.StopSignal;
import io.mergewell.review.summary.Summary;
import io.mergewell.review.summary.SummaryFile;
import io.mergewell.review.summary.SummaryText;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code dry-run} and {@code apply}: what a night does, with a summary in words at the end. */
public final class RunCommand {

    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Surroundings surroundings;
    private final ScheduleOptions options;
    private final OutputOptions output;

    /**
     * @param surroundings what the command finds around it
     * @param options how the run is watched over
     * @param output what it prints at its end
     */
    public RunCommand(Surroundings surroundings, ScheduleOptions options, OutputOptions output) {
        this.surroundings = surroundings;
        this.options = options;
        this.output = output;
    }

    /** What a command does with its job. */
    @FunctionalInterface
    public interface Work {

        Summary run(JobFile job, RunProgress progress, StopSignal stop);
    }

    /**
     * Does the work with progress, and prints its summary.
     *
     * @param command its name, as in {@code dry-run}
     * @param path the job file
     * @return the exit code
     */
    public int run(String command, Path path, Work work) {
        Voice voice = voice();
        String name = String.valueOf(path.getFileName()).replaceFirst("\\.ya?ml$", "");
        RunWatch watch =
                new RunWatch(options.metrics(), options.ping(), voice::warn, name, command, surroundings.clock());
        watch.started();
        Summary summary;
        try {
            summary = run(path, work, voice);
        } catch (RuntimeException | Error e) {
            watch.failed(ExitCode.of(e).orElse(RunExit.BUG));
            throw e;
        }
        watch.ended(summary);
        return summary.exitCode();
    }

    private Summary run(Path path, Work work, Voice voice) {
        JobFile job = new JobFileReader(surroundings.environment()).read(path);
        Summary summary;
        try (ProgressLines progress = new ProgressLines(voice, surroundings.clock(), bar())) {
            summary = work.run(job, progress, surroundings.termination().listen(patience(job.crm())));
            progress.flush();
        }
        print(summary);
        return summary;
    }

    private Voice voice() {
        Voice voice = Voice.of(options.logFormat(), surroundings);
        return output.quiet() ? voice.quietly() : voice;
    }

    private @Nullable Bar bar() {
        boolean watched = options.logFormat() == LogFormat.TEXT && !output.quiet();
        return watched ? surroundings.screen().bar().orElse(null) : null;
    }

    private void print(Summary summary) {
        if (output.json()) {
            surroundings.out().println(SummaryFile.toJson(summary));
        } else if (output.quiet()) {
            surroundings.print("Next: " + summary.nextStep());
        } else {
            SummaryText.of(summary).lines().forEach(surroundings::print);
        }
        surroundings.out().flush();
    }

    /** A call to the CRM in flight is waited for, and then its commit. */
    private static Duration patience(CrmSettings crm) {
        return crm instanceof CrmSettings.Online online ? online.timeout().plus(MARGIN) : MARGIN;
    }
}
