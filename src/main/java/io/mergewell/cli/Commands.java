package io.mergewell.cli;

import io.mergewell.cli.decisions.DecisionsCommand;
import io.mergewell.cli.ending.Version;
import io.mergewell.cli.explain.ExplainCommand;
import io.mergewell.cli.restore.RestoreCommand;
import io.mergewell.cli.run.OutputOptions;
import io.mergewell.cli.run.RunCommand;
import io.mergewell.cli.run.ScheduleOptions;
import io.mergewell.cli.status.StatusCommand;
import io.mergewell.cli.voice.LogFormat;
import io.mergewell.cli.voice.Surroundings;
import io.mergewell.job.apply.ApplyRun;
import io.mergewell.job.dryrun.DryRun;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What can be typed. Each method is one command and returns its exit code; what it does is in a class of its own. */
@Command(
        name = Commands.PROGRAM,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        commandListHeading = "",
        description = {
            "Finds the persons a CRM holds twice, and writes down what could be merged, for people to decide.",
            "Without a command: a dry run of jobs/sandbox.yml, the built-in CRM of invented persons."
        },
        footer = {"", "Examples:", "  ./run.sh", "  ./run.sh dry-run jobs/acme.yml", "  ./run.sh dry-run --help"})
final class Commands extends TryingCommands implements Callable<Integer> {

    static final String PROGRAM = "./run.sh";

    private final Surroundings surroundings;

    Commands(Surroundings surroundings) {
        super(surroundings);
        this.surroundings = surroundings;
    }

    /** All commands, ready to read a command line. */
    static CommandLine inFull(Surroundings surroundings) {
        CommandLine commands = new CommandLine(new Commands(surroundings))
                .registerConverter(Direction.class, Misuse.oneOf(Direction.class))
                .registerConverter(LogFormat.class, Misuse.oneOf(LogFormat.class))
                .registerConverter(Shell.class, Misuse.oneOf(Shell.class));
        commands.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandList());
        return commands;
    }

    /** No command at all: the first thing a newcomer types. */
    @Override
    public Integer call() {
        return new RunCommand(surroundings, new ScheduleOptions(), new OutputOptions())
                .run("dry-run", surroundings.sandboxJob(), DryRun::run);
    }

    @Command(
            name = "dry-run",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Reads the CRM, matches, plans and reports. Never changes the CRM.",
            description = "Typed again after it was interrupted, it goes on after the last page it had committed.",
            footer = {"", "Examples:", "  ./run.sh dry-run jobs/sandbox.yml", "  ./run.sh dry-run jobs/acme.yml"})
    int dryRun(
            @Mixin ScheduleOptions options,
            @Mixin OutputOptions output,
            @Parameters(paramLabel = "JOB.yml", description = "the job file") Path job) {
        return new RunCommand(surroundings, options, output).run("dry-run", job, DryRun::run);
    }

    @Command(
            name = "apply",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Does in the CRM what a decided review approves: merges and deletes.",
            description = {
                "Without a review: all decided reviews in the job's inbox, the oldest first, and what waits from earlier.",
                "Typed again after it was interrupted or killed, it asks the CRM what was done and goes on; nothing is done"
                        + " twice. Ends with 2 if some rows could not be applied: receipts.csv says which and why."
            },
            footer = {
                "",
                "Examples:",
                "  ./run.sh apply jobs/acme.yml reports/acme/20261121-193501-4f3a/review.csv",
                "  ./run.sh apply jobs/acme.yml"
            })
    int apply(
            @Mixin ScheduleOptions options,
            @Mixin OutputOptions output,
            @Parameters(paramLabel = "JOB.yml", description = "the job file") Path job,
            @Parameters(
                            paramLabel = "REVIEW.csv",
                            arity = "0..1",
                            description = "the report with decisions in it; left out, those in apply.inbox")
                    @Nullable
                    Path review) {
        return new RunCommand(surroundings, options, output)
                .run("apply", job, (file, progress, stop) -> ApplyRun.run(file, review, progress, stop));
    }

    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Says what the snapshots of an apply run can bring back; with --yes brings it back.",
            description = {
                "Who was merged or deleted is created anew, with a new id, or where people are archived comes back under the"
                        + " old one; a survivor gets back what it held, but for what somebody changed since. Deals,"
                        + " notes, files, activities and mails stay with the survivor.",
                "Typed again after it was interrupted or killed, it goes on; nobody is created twice."
            },
            footer = {
                "",
                "Examples:",
                "  ./run.sh restore jobs/acme.yml 20261121-203015-9c1e",
                "  ./run.sh restore jobs/acme.yml 20261121-203015-9c1e --yes"
            })
    int restore(
            @Mixin ScheduleOptions options,
            @Mixin OutputOptions output,
            @Parameters(paramLabel = "JOB.yml", description = "the job file") Path job,
            @Parameters(paramLabel = "RUN", description = "the id of the apply run: its folder among the reports")
                    String run,
            @Option(names = "--yes", description = "do it; left out, nothing is changed") boolean yes) {
        RestoreCommand restore = new RestoreCommand(surroundings);
        return yes ? restore.restore(job, run, options, output) : restore.look(job, run, output);
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Says how a job stands: the run at work, the last runs, what to do next.",
            description = {
                "The last runs and their cost, the age of the mirror and of the newest plan, what waits in the inbox,"
                        + " approved rows that are open, and what today's caps leave.",
                "Works while a run is at work, and needs no credential of the CRM."
            },
            footer = {"", "Examples:", "  ./run.sh status jobs/acme.yml", "  ./run.sh status jobs/acme.yml --json"})
    int status(
            @Parameters(paramLabel = "JOB.yml", description = "the job file") Path job,
            @Option(names = "--json", description = "print it as one JSON document") boolean json) {
        return new StatusCommand(surroundings).run(job, json);
    }

    @Command(
            name = "explain",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Says why two persons match or do not, or who is most like one.",
            description = {
                "Each comparison and its weight, what forbids it, why the two were compared at all, what people decided,"
                        + " where they are in the newest plan, and what would change it.",
                "Works on the persons that the last dry run has read: asks the store alone, and needs no credential of"
                        + " the CRM."
            },
            footer = {
                "",
                "Examples:",
                "  ./run.sh explain jobs/sandbox.yml 17 2041",
                "  ./run.sh explain jobs/sandbox.yml 17",
                "  ./run.sh explain jobs/sandbox.yml 17 2041 --json"
            })
    int explain(
            @Parameters(paramLabel = "JOB.yml", description = "the job file") Path job,
            @Parameters(paramLabel = "ID", description = "the id of a person in the CRM") String one,
            @Parameters(
                            paramLabel = "ID",
                            arity = "0..1",
                            description = "the id of another; left out, those who are most like the one")
                    @Nullable
                    String other,
            @Option(names = "--json", description = "print it as one JSON document") boolean json) {
        return new ExplainCommand(surroundings).run(job, one, other, json);
    }

    @Command(
            name = "decisions",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Writes what people decided to a file, or remembers what a file holds.",
            description = "The file is CSV in a fixed order and holds of persons only their ids. An import puts its"
                    + " decisions in place of earlier ones on the same pairs, all or none. It takes a decided review, too:"
                    + " then what it rejects, holds or calls no duplicate is remembered, and nothing is merged.",
            footer = {
                "",
                "Examples:",
                "  ./run.sh decisions jobs/acme.yml export decisions/acme.csv",
                "  ./run.sh decisions jobs/acme.yml import decisions/acme.csv"
            })
    int decisions(
            @Parameters(paramLabel = "JOB.yml", description = "the job file") Path job,
            @Parameters(paramLabel = "export|import", description = "which way") Direction direction,
            @Parameters(paramLabel = "FILE", description = "the file") Path file,
            @Option(names = "--json", description = "print how it went as one JSON document") boolean json) {
        DecisionsCommand decisions = new DecisionsCommand(surroundings, json);
        return switch (direction) {
            case EXPORT -> decisions.export(job, file);
            case IMPORT -> decisions.load(job, file);
        };
    }

    /** Out of the store, or into it. */
    enum Direction {
        EXPORT,
        IMPORT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
