package io.mergewell.cli.benchmark;

import io.mergewell.cli.ending.ExitCode;
import io.mergewell.cli.ending.UsageException;
import io.mergewell.cli.jobfile.JobFileReader;
import io.mergewell.cli.voice.ProgressLines;
import io.mergewell.cli.voice.Surroundings;
import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.job.JobFile;
import io.mergewell.job.NextCommand;
import io.mergewell.review.words.Counted;
import io.mergewell.sandbox.SandboxException;
import io.mergewell.sandbox.population.PopulationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code benchmark}: the whole matching path over invented persons, measured. */
public final class BenchmarkCommand {

    private static final String HELP = NextCommand.ofArguments(List.of("benchmark", "--help"));
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");
    private static final double NANOS = 1e9;

    private final Surroundings surroundings;
    private final ProgressLines progress;

    /** @param surroundings what the command finds around it */
    public BenchmarkCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.progress = surroundings.progress();
    }

    /**
     * Prints one line of JSON.
     *
     * @param persons how many records, at least 1
     * @param seed the same gives the same persons
     * @param file where the list is kept, with its job file; null if it is not to be kept
     * @param generateOnly write the list and match nothing
     * @return the exit code
     */
    public int run(int persons, long seed, @Nullable Path file, boolean generateOnly) {
        if (persons < 1) {
            throw new UsageException("--persons " + persons + " is not a number of persons: 1 is the least.", HELP);
        }
        if (generateOnly && file == null) {
            throw new UsageException("--generate-only makes a file to keep: say which with --file FILE.", HELP);
        }
        PopulationSettings population = new PopulationSettings(persons, seed);
        PersonList list = PersonList.in(file == null ? temporary() : unused(file));
        double generating = generate(list, population);
        if (generateOnly) {
            surroundings.err().println("Next: " + NextCommand.of("evaluate", list.job(), "--truth", PersonList.TRUTH));
            return ExitCode.DONE;
        }
        BenchmarkResult result;
        try (progress) {
            result = match(list);
            progress.flush();
        }
        surroundings.out().println(BenchmarkJson.of(population, generating, result));
        surroundings.out().flush();
        return ExitCode.DONE;
    }

    private double generate(PersonList list, PopulationSettings population) {
        progress.stepStarted("Inventing " + Counted.of(population.count(), "person"));
        long start = System.nanoTime();
        list.write(population);
        return (System.nanoTime() - start) / NANOS;
    }

    private BenchmarkResult match(PersonList list) {
        JobFile job = new JobFileReader(surroundings.environment()).read(list.job());
        return new Benchmark(job, (CrmSettings.Csv) job.crm(), progress).run();
    }

    /** A file in a folder of its own, all of which goes when the program ends, however it ends. */
    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("mergewell-benchmark-");
            PersonList list = PersonList.in(folder.resolve("persons.csv"));
            List.of(folder, list.file(), list.job())
                    .forEach(path -> path.toFile().deleteOnExit());
            return list.file();
        } catch (IOException e) {
            throw new SandboxException.Unwritable(
                    "There is no room for temporary files. Name a place for the list with --file FILE.", e);
        }
    }

    /** The job is named after the file, which limits what a name may be. */
    private static Path unused(Path file) {
        if (Files.isDirectory(file)
                || !FILE_NAME.matcher(file.getFileName().toString()).matches()) {
            throw new UsageException(
                    "--file " + file + " is a folder, or its name holds more than letters, digits, dots, dashes and"
                            + " underscores. Name a file such as persons.csv.",
                    HELP);
        }
        PersonList list = PersonList.in(file);
        for (Path path : List.of(list.file(), list.job())) {
            if (Files.exists(path)) {
                throw new UsageException(
                        path + " is there already and was left as it is. Name another file, or remove it.", HELP);
            }
        }
        return file;
    }
}
