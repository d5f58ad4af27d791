package io.mergewell.cli.compare;

import io.mergewell.cli.ending.ExitCode;
import io.mergewell.cli.ending.UsageException;
import io.mergewell.cli.evaluate.decided.CaseFinder;
import io.mergewell.cli.evaluate.decided.Cases;
import io.mergewell.cli.evaluate.decided.DecidedEvaluation;
import io.mergewell.cli.evaluate.decided.MirrorLook;
import io.mergewell.cli.evaluate.decided.Replay;
import io.mergewell.cli.jobfile.JobFileReader;
import io.mergewell.cli.voice.Surroundings;
import io.mergewell.job.JobFile;
import io.mergewell.job.NextCommand;
import io.mergewell.job.crm.Unopened;
import io.mergewell.job.dryrun.Rehearsal;
import io.mergewell.review.ComparisonFile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code compare}: what other settings would change. */
public final class CompareCommand {

    private static final String HELP = NextCommand.ofArguments(List.of("compare", "--help"));

    private final Surroundings surroundings;

    /** @param surroundings what the command finds around it */
    public CompareCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Prints the difference. The persons are those of the first job, whichever settings they are tried with.
     *
     * @param path the job file whose persons are taken
     * @param otherPath the job file with the other settings
     * @param json one line of JSON instead of a table
     * @return the exit code
     */
    public int run(Path path, Path otherPath, boolean json) {
        JobFileReader reader = JobFileReader.withoutCredential(surroundings.environment());
        JobFile job = reader.read(path);
        JobFile other = reader.read(otherPath);
        Unopened system = requireSamePersons(job, other);
        MirrorLook look = new MirrorLook(job, NextCommand.of("compare", path, otherPath.toString()));
        Rehearsal rehearsal = new Rehearsal(look, system.out());
        PlanSketch before = sketch(rehearsal, job);
        PlanSketch after = sketch(rehearsal, other);
        PlanComparison comparison = PlanComparison.of(before, after);
        Cases cases = look.at(store -> new CaseFinder(store, job.name(), job.match()).find());
        Replay replay = new Replay(look, system.out().capabilities());
        Tried first = new Tried(path, before, replayed(replay, job, cases));
        Tried second = new Tried(otherPath, after, replayed(replay, other, cases));
        Path file = ComparisonFile.write(job.reports().resolve(look.runId()), comparison.changes())
                .path();
        if (json) {
            surroundings.out().println(ComparisonJson.of(comparison, first, second, file));
        } else {
            ComparisonText.of(comparison, first, second, file).forEach(surroundings.out()::println);
            surroundings.out().println("Next: " + next(job, cases));
        }
        surroundings.out().flush();
        return ExitCode.DONE;
    }

    private PlanSketch sketch(Rehearsal rehearsal, JobFile settings) {
        tell("Planning with the settings of " + settings.path() + " ...");
        return PlanSketch.draw(rehearsal, settings);
    }

    private @Nullable DecidedEvaluation replayed(Replay replay, JobFile settings, Cases cases) {
        if (cases.all().isEmpty()) {
            return null;
        }
        tell("Replaying what people decided with the settings of " + settings.path() + " ...");
        return replay.run(settings, cases);
    }

    private static String next(JobFile job, Cases cases) {
        return cases.all().isEmpty()
                ? NextCommand.of("dry-run", job.path())
                : NextCommand.of("evaluate", job.path(), "--decisions");
    }

    private static Unopened requireSamePersons(JobFile job, JobFile other) {
        Unopened system = new Unopened(job.crm());
        Unopened otherSystem = new Unopened(other.crm());
        if (!system.readsTheSameAs(otherSystem)) {
            String reads =
                    system.place().equals(otherSystem.place()) ? "other persons or values of it" : otherSystem.place();
            throw new UsageException(
                    job.path() + " reads " + system.place() + ", but " + other.path() + " reads " + reads
                            + ". Two plans"
                            + " can be compared only on the same persons: copy the first job file, and change keys under"
                            + " match, plan and phone-region there.",
                    HELP);
        }
        return system;
    }

    private void tell(String sentence) {
        surroundings.err().println(sentence);
        surroundings.err().flush();
    }
}
