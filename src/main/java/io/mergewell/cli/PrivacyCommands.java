package io.mergewell.cli;

import io.mergewell.cli.ending.Version;
import io.mergewell.cli.privacy.ForgetCommand;
import io.mergewell.cli.privacy.MaskCommand;
import io.mergewell.cli.privacy.PurgeCommand;
import io.mergewell.cli.voice.Surroundings;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What can be typed for the sake of the persons: how long they are kept, who is erased, what others are shown. */
abstract sealed class PrivacyCommands permits TryingCommands {

    private final Surroundings surroundings;

    PrivacyCommands(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Command(
            name = "purge",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Says what of persons is kept longer than the job file wants; with --yes takes it away.",
            description = {
                "Reports and reviews that apply took go after keep.reports (90d), snapshots and receipts after keep.snapshots"
                        + " (365d), the mirror when it was not read for keep.mirror (30d). What an unfinished run, an open row or"
                        + " a plan that can still be applied needs stays, and so does every file that is not of this program's"
                        + " making.",
                "Typed again after it was killed, it does the rest. Ends with 75 while a run is at work."
            },
            footer = {"", "Examples:", "  ./run.sh purge jobs/acme.yml", "  ./run.sh purge jobs/acme.yml --yes"})
    int purge(
            @Parameters(paramLabel = "JOB.yml", description = "the job file") Path job,
            @Option(names = "--yes", description = "do it; left out, nothing is changed") boolean yes,
            @Option(names = "--json", description = "print it as one JSON document") boolean json) {
        return new PurgeCommand(surroundings).run(job, yes, json);
    }

    @Command(
            name = "forget",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Says what is held of persons; with --yes erases them from everything that the job keeps.",
            description = {
                "From the copy of the CRM, plans, the ledger, snapshots, the reports of all runs and the reviews in the inbox."
                        + " Of groups they were in, all values go, since a group's members are alike; ids, states and times stay."
                        + " Names the records that were merged into or from theirs, or taken for the same human being.",
                "The CRM itself is not touched: erase there first. Typed again after it was killed, it does the rest. Ends"
                        + " with 75 while a run is at work, or a row about them is not settled, and with 2 if files could not"
                        + " be searched."
            },
            footer = {
                "",
                "Examples:",
                "  ./run.sh forget jobs/acme.yml 2041",
                "  ./run.sh forget jobs/acme.yml 2041 17 --yes"
            })
    int forget(
            @Parameters(paramLabel = "JOB.yml", description = "the job file") Path job,
            @Parameters(paramLabel = "ID", arity = "1..*", description = "the id of a person in the CRM")
                    List<String> ids,
            @Option(names = "--yes", description = "do it; left out, nothing is changed") boolean yes) {
        return new ForgetCommand(surroundings).run(job, ids, yes);
    }

    @Command(
            name = "mask",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Writes copies of a report that can be shown to those who need not know the persons.",
            description = {
                "Names become initials, e-mails and phones are shortened, further values are hidden; the same value always"
                        + " looks the same. review-masked.csv, groups-masked.csv and review-masked.html are written beside the"
                        + " originals, which stay.",
                "Rows and ids stay as they are: a masked review can be decided, and applied as the original can."
            },
            footer = {
                "",
                "Examples:",
                "  ./run.sh mask jobs/acme.yml",
                "  ./run.sh mask jobs/acme.yml 20261121-193501-4f3a"
            })
    int mask(
            @Parameters(paramLabel = "JOB.yml", description = "the job file") Path job,
            @Parameters(
                            paramLabel = "RUN",
                            arity = "0..1",
                            description = "the id of the dry run: its folder among the reports; left out, the newest")
                    @Nullable
                    String run) {
        return new MaskCommand(surroundings).run(job, run);
    }
}
