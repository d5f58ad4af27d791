package io.mergewell.cli;

import io.mergewell.sandbox.SandboxSettings;
import io.mergewell.sandbox.pipedrive.Limits;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What can be typed. Each method is one command and returns its exit code; what it does is in a class of its own. */
@Command(
        name = Commands.PROGRAM,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Finds the persons a CRM holds twice, and writes down what could be merged, for people to decide.",
            "Without a command: a dry run of jobs/sandbox.yml, the built-in CRM of invented persons."
        },
        footer = {
            "",
            "Beyond these, ./run.sh test runs the test suite.",
            "",
            "Examples:",
            "  ./run.sh",
            "  ./run.sh dry-run jobs/acme.yml",
            "  ./run.sh dry-run --help"
        })
final class Commands implements Callable<Integer> {

    static final String PROGRAM = "./run.sh";

    private final Surroundings surroundings;

    Commands(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** No command at all: the first thing a newcomer types. */
    @Override
    public Integer call() {
        return new DryRunCommand(surroundings).run(surroundings.sandboxJob());
    }

    @Command(
            name = "dry-run",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Reads the CRM, matches, plans and reports. Never changes the CRM.",
            description = "Typed again after it was interrupted, it goes on after the last page it had committed.",
            footer = {"", "Examples:", "  ./run.sh dry-run jobs/sandbox.yml", "  ./run.sh dry-run jobs/acme.yml"})
    int dryRun(@Parameters(paramLabel = "JOB.yml", description = "the job file") Path job) {
        return new DryRunCommand(surroundings).run(job);
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Says how a job stands: the run at work, the last runs, what to do next.",
            description = "Works while a run is at work.",
            footer = {"", "Example:", "  ./run.sh status jobs/acme.yml"})
    int status(@Parameters(paramLabel = "JOB.yml", description = "the job file") Path job) {
        return new StatusCommand(surroundings).run(job);
    }

    @Command(
            name = "explain",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Says why two persons match or do not: each comparison, its weight, and what forbids it.",
            description = "Works on the persons that the last dry run has read.",
            footer = {"", "Example:", "  ./run.sh explain jobs/sandbox.yml 17 2041"})
    int explain(
            @Parameters(paramLabel = "JOB.yml", description = "the job file") Path job,
            @Parameters(paramLabel = "ID", description = "the id of a person in the CRM") String one,
            @Parameters(paramLabel = "ID", description = "the id of another") String other) {
        return new ExplainCommand(surroundings).run(job, one, other);
    }

    @Command(
            name = "decisions",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Writes what people decided to a file, or remembers what a file holds.",
            description = "The file is CSV in a fixed order and holds of persons only their ids. An import puts its"
                    + " decisions in place of earlier ones on the same pairs, all or none.",
            footer = {
                "",
                "Examples:",
                "  ./run.sh decisions jobs/acme.yml export decisions/acme.csv",
                "  ./run.sh decisions jobs/acme.yml import decisions/acme.csv"
            })
    int decisions(
            @Parameters(paramLabel = "JOB.yml", description = "the job file") Path job,
            @Parameters(paramLabel = "export|import", description = "which way") Direction direction,
            @Parameters(paramLabel = "FILE", description = "the file") Path file) {
        DecisionsCommand decisions = new DecisionsCommand(surroundings);
        return switch (direction) {
            case EXPORT -> decisions.export(job, file);
            case IMPORT -> decisions.load(job, file);
        };
    }

    /** Out of the store, or into it. */
    enum Direction {
        EXPORT,
        IMPORT
    }

    @Command(
            name = "evaluate",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Says how right matching is on a CSV file in which a column tells who each row is.",
            description = "Precision, recall and F1 of pairs and of groups. That column takes no part in matching.",
            footer = {
                "",
                "Examples:",
                "  ./run.sh evaluate jobs/csv-example.yml --truth truth",
                "  ./run.sh evaluate jobs/csv-example.yml --truth truth --by-level --ablation",
                "  ./run.sh evaluate jobs/csv-example.yml --truth truth --json >quality.json"
            })
    int evaluate(
            @Parameters(paramLabel = "JOB.yml", description = "the job file; its crm.type must be csv") Path job,
            @Option(
                            names = "--truth",
                            required = true,
                            paramLabel = "COLUMN",
                            description = "the column whose equal values are one person")
                    String truth,
            @Option(names = "--json", description = "print one line of JSON instead of a table") boolean json,
            @Option(
                            names = "--by-level",
                            description = "say also where true pairs are lost, and what each level of a comparison and"
                                    + " each blocking key earns")
                    boolean byLevel,
            @Option(
                            names = "--ablation",
                            description =
                                    "match once more for each part of matching, with that part left out, and say what"
                                            + " it earns")
                    boolean ablation) {
        Set<EvaluateCommand.Also> also = EnumSet.noneOf(EvaluateCommand.Also.class);
        if (byLevel) {
            also.add(EvaluateCommand.Also.BY_LEVEL);
        }
        if (ablation) {
            also.add(EvaluateCommand.Also.ABLATION);
        }
        return new EvaluateCommand(surroundings).run(job, truth, json, also);
    }

    @Command(
            name = "benchmark",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Measures the whole matching path on invented persons, from a CSV file to groups.",
            description = "Prints one line of JSON: seconds by stage (the total begins with reading; making the persons"
                    + " is not in it), pairs compared, and per second of the total, memory, and quality against the"
                    + " truth. auto is left out above two million persons. Give as much memory as is to be measured:"
                    + " MERGEWELL_JAVA_OPTS=-Xmx3g.",
            footer = {
                "",
                "Examples:",
                "  ./run.sh benchmark --persons 100000",
                "  ./run.sh benchmark --persons 10000 --seed 7 --file persons.csv",
                "  ./run.sh benchmark --persons 10000 --file persons.csv --generate-only"
            })
    int benchmark(
            @Option(names = "--persons", required = true, paramLabel = "NUMBER", description = "how many records")
                    int persons,
            @Option(
                            names = "--seed",
                            paramLabel = "NUMBER",
                            defaultValue = "" + SandboxSettings.DEFAULT_SEED,
                            description =
                                    "the same seed gives the same persons; left out, " + SandboxSettings.DEFAULT_SEED)
                    long seed,
            @Option(
                            names = "--file",
                            paramLabel = "FILE",
                            description = "keep the list there, and a job file of its name beside it; left out, it is"
                                    + " temporary")
                    @Nullable
                    Path file,
            @Option(names = "--generate-only", description = "write the list and its job file, and match nothing")
                    boolean generateOnly) {
        return new BenchmarkCommand(surroundings).run(persons, seed, file, generateOnly);
    }

    @Command(
            name = "sandbox",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Serves a CRM with invented persons on this machine, for trying things by hand.",
            description = "Runs until it is stopped (Ctrl-C). It speaks Pipedrive's API and remembers what is done to"
                    + " it in data/sandbox.",
            footer = {"", "Examples:", "  ./run.sh sandbox", "  ./run.sh sandbox --persons 100000 --no-limits --reset"})
    int sandbox(
            @Option(
                            names = "--port",
                            paramLabel = "NUMBER",
                            defaultValue = "0",
                            description = "where it listens; left out, any that is free")
                    int port,
            @Option(
                            names = "--persons",
                            paramLabel = "NUMBER",
                            description = "how many records the first start makes; left out, "
                                    + SandboxSettings.DEFAULT_PERSONS)
                    @Nullable
                    Integer persons,
            @Option(
                            names = "--seed",
                            paramLabel = "NUMBER",
                            description =
                                    "the same seed gives the same persons; left out, " + SandboxSettings.DEFAULT_SEED)
                    @Nullable
                    Long seed,
            @Option(names = "--no-limits", description = "no rate limits and no daily budget") boolean noLimits,
            @Option(names = "--reset", description = "throw away what is in data/sandbox and begin anew")
                    boolean reset) {
        SandboxSettings settings = SandboxSettings.in(SandboxSettings.DEFAULT_FOLDER)
                .withPort(port)
                .withLimits(noLimits ? Limits.NONE : Limits.LITE)
                .withReset(reset);
        if (persons != null) {
            settings = settings.withPersons(persons);
        }
        if (seed != null) {
            settings = settings.withSeed(seed);
        }
        return new SandboxCommand(surroundings).run(settings);
    }
}
