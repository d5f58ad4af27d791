package io.mergewell.cli;

import io.mergewell.cli.benchmark.BenchmarkCommand;
import io.mergewell.cli.compare.CompareCommand;
import io.mergewell.cli.ending.ExitCode;
import io.mergewell.cli.ending.Version;
import io.mergewell.cli.evaluate.decided.ReplayCommand;
import io.mergewell.cli.voice.Surroundings;
import io.mergewell.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What can be typed beside a job's nights: to measure matching, and to try things on invented persons. */
abstract sealed class TryingCommands extends PrivacyCommands permits Commands {

    private final Surroundings surroundings;

    TryingCommands(Surroundings surroundings) {
        super(surroundings);
        this.surroundings = surroundings;
    }

    @Command(
            name = "evaluate",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Says how right matching is, by a column that tells who each row is, or by what people decided.",
            description = {
                "Precision, recall and F1 of pairs and of groups. That column takes no part in matching.",
                "With --decisions, on the pairs that people approved, rejected or told apart, each person as it was then,"
                        + " merged ones included. Works on the persons that the last dry run has read; the CRM is not"
                        + " asked. To know before a threshold is moved what it is worth on one's own data."
            },
            footer = {
                "",
                "Examples:",
                "  ./run.sh evaluate jobs/acme.yml --decisions",
                "  ./run.sh evaluate jobs/csv-example.yml --truth truth",
                "  ./run.sh evaluate jobs/csv-example.yml --truth truth --by-level --ablation",
                "  ./run.sh evaluate jobs/csv-example.yml --truth truth --json >quality.json"
            })
    int evaluate(
            @Parameters(paramLabel = "JOB.yml", description = "the job file; with --truth, its crm.type must be csv")
                    Path job,
            @Option(
                            names = "--truth",
                            paramLabel = "COLUMN",
                            description = "the column whose equal values are one person; or --decisions")
                    @Nullable
                    String truth,
            @Option(names = "--decisions", description = "what people decided on this job's persons; or --truth")
                    boolean decisions,
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
        if (decisions) {
            EvaluateCommand.requireNothingBeside(truth, also);
            return new ReplayCommand(surroundings).run(job, json);
        }
        return new EvaluateCommand(surroundings).run(job, EvaluateCommand.require(truth), json, also);
    }

    @Command(
            name = "compare",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Says what other settings would change: plans two job files on the same persons.",
            description = {
                "Pairs gained, lost, and moved between bands, other actions and other survivors, with both scores and the"
                        + " reasons in compare.csv; and what either plan gets right of the pairs that people decided.",
                "The persons are those that the last dry run of JOB.yml has read; the CRM is not asked, and neither plan"
                        + " is kept. OTHER.yml is a copy of JOB.yml with other keys under match, plan or phone-region."
            },
            footer = {
                "",
                "Examples:",
                "  ./run.sh compare jobs/acme.yml jobs/acme-strict.yml",
                "  ./run.sh compare jobs/acme.yml jobs/acme-strict.yml --json"
            })
    int compare(
            @Parameters(paramLabel = "JOB.yml", description = "the job file whose persons are taken") Path job,
            @Parameters(paramLabel = "OTHER.yml", description = "a job file with other settings for them") Path other,
            @Option(names = "--json", description = "print one line of JSON instead of a table") boolean json) {
        return new CompareCommand(surroundings).run(job, other, json);
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
            name = "job-file",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Says which keys a job file may have: what each may be, its default, and what it does.",
            footer = {"", "Examples:", "  ./run.sh job-file", "  ./run.sh job-file apply"})
    int jobFile(
            @Parameters(
                            paramLabel = "KEY",
                            arity = "0..1",
                            defaultValue = "",
                            description = "a key or a section; left out, all")
                    String key,
            @Option(names = "--page", description = "print them all as docs/configuration.md has them") boolean page) {
        return new JobFileCommand(surroundings).run(key, page);
    }

    @Command(
            name = "sandbox",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Serves a CRM with invented persons on this machine, for trying things by hand.",
            description =
                    "Runs until it is stopped (Ctrl-C). It speaks the interfaces of the systems that Mergewell works"
                            + " with, and remembers what is done to it in data/sandbox.",
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
                .withReset(reset);
        if (noLimits) {
            settings = settings.withoutLimits();
        }
        if (persons != null) {
            settings = settings.withPersons(persons);
        }
        if (seed != null) {
            settings = settings.withSeed(seed);
        }
        return new SandboxCommand(surroundings).run(settings);
    }

    @Command(
            name = "completion",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Prints what lets a shell complete commands, options and files when Tab is pressed.",
            description = "For this shell alone, source it; for all to come, put that line into ~/.bashrc or ~/.zshrc.",
            footer = {"", "Examples:", "  source <(./run.sh completion bash)", "  source <(./run.sh completion zsh)"})
    int completion(@Parameters(paramLabel = "bash|zsh", description = "the shell") Shell shell) {
        surroundings.out().print(shell.completion(Commands.inFull(surroundings)));
        surroundings.out().flush();
        return ExitCode.DONE;
    }
}
