package io.mergewell.cli;

import io.mergewell.cli.ending.ExitCode;
import io.mergewell.cli.ending.UsageException;
import io.mergewell.cli.evaluate.EvaluationJson;
import io.mergewell.cli.evaluate.EvaluationText;
import io.mergewell.cli.evaluate.Evaluator;
import io.mergewell.cli.evaluate.Evaluator.Evaluated;
import io.mergewell.cli.evaluate.ablation.Ablation;
import io.mergewell.cli.evaluate.ablation.AblationJson;
import io.mergewell.cli.evaluate.ablation.AblationRow;
import io.mergewell.cli.evaluate.ablation.AblationText;
import io.mergewell.cli.evaluate.detail.ByLevel;
import io.mergewell.cli.evaluate.detail.ByLevelJson;
import io.mergewell.cli.evaluate.detail.ByLevelText;
import io.mergewell.cli.jobfile.JobFileReader;
import io.mergewell.cli.voice.ProgressLines;
import io.mergewell.cli.voice.Surroundings;
import io.mergewell.crm.RejectedRecord;
import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.crm.systems.PersonFiles;
import io.mergewell.job.JobFile;
import io.mergewell.job.NextCommand;
import io.mergewell.review.words.Counted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code evaluate}: how right matching is on a labelled file. */
final class EvaluateCommand {

    /** What can be asked for beside the quality. */
    enum Also {
        BY_LEVEL,
        ABLATION
    }

    private static final String HELP = NextCommand.ofArguments(List.of("evaluate", "--help"));
    private static final int MOST_REJECTED_SHOWN = 5;
    private static final int MOST_COLUMNS_SHOWN = 40;

    private final Surroundings surroundings;

    EvaluateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    int run(Path path, String truth, boolean json, Set<Also> also) {
        String truthColumn = truth.strip();
        JobFile job = new JobFileReader(surroundings.environment()).read(path);
        if (!(job.crm() instanceof CrmSettings.Csv csv)) {
            throw new UsageException(
                    path + " is not a CSV job, and only a CSV file can tell in a column who each row is. Begin with"
                            + " jobs/csv-example.yml.",
                    HELP);
        }
        if (csv.columns().id().equals(truthColumn)) {
            throw new UsageException(
                    "--truth " + truthColumn + " is the id of the rows, which is different in each. Name the column"
                            + " that is equal in all rows of one person.",
                    HELP);
        }
        requireColumn(csv, truthColumn);
        Evaluated evaluated = new Evaluator(job, csv, truthColumn).evaluate();
        reportRejected(evaluated.evaluation().rejected());
        List<More> more = new ArrayList<>();
        if (also.contains(Also.BY_LEVEL)) {
            more.add(byLevel(evaluated));
        }
        if (also.contains(Also.ABLATION)) {
            more.add(ablation(job, csv, truthColumn));
        }
        if (json) {
            surroundings
                    .out()
                    .println(EvaluationJson.of(
                            evaluated.evaluation(),
                            object -> more.forEach(part -> part.json().accept(object))));
        } else {
            EvaluationText.of(evaluated.evaluation()).forEach(surroundings.out()::println);
            more.forEach(part -> part.text().forEach(surroundings.out()::println));
            surroundings.out().println("Next: " + NextCommand.of("dry-run", path));
        }
        surroundings.out().flush();
        return ExitCode.DONE;
    }

    /** What was asked for beside the quality, for a reader and for a program. */
    private record More(List<String> text, Consumer<ObjectNode> json) {}

    private static More byLevel(Evaluated evaluated) {
        ByLevel byLevel = ByLevel.of(evaluated);
        return new More(ByLevelText.of(byLevel), json -> ByLevelJson.write(byLevel, json.putObject("byLevel")));
    }

    private More ablation(JobFile job, CrmSettings.Csv csv, String truthColumn) {
        List<AblationRow> rows;
        try (ProgressLines progress = surroundings.progress()) {
            rows = Ablation.run(without -> {
                progress.stepStarted("Matching: " + AblationText.name(without));
                return new Evaluator(job, csv, truthColumn, without).evaluate().evaluation();
            });
        }
        return new More(AblationText.of(rows), json -> AblationJson.write(rows, json.putArray("ablation")));
    }

    /**
     * The truth column, which has to be named.
     *
     * @throws UsageException if it is not
     */
    static String require(@Nullable String truth) {
        if (truth == null) {
            throw new UsageException(
                    "Name what to measure by: --truth COLUMN for a file that tells who each row is, or --decisions for"
                            + " what people decided.",
                    HELP);
        }
        return truth;
    }

    /**
     * With {@code --decisions} there is no column, and nothing that is measured by one.
     *
     * @throws UsageException if there is
     */
    static void requireNothingBeside(@Nullable String truth, Set<Also> also) {
        if (truth != null) {
            throw new UsageException("--truth and --decisions are two measures. Name one of them.", HELP);
        }
        if (!also.isEmpty()) {
            throw new UsageException("--by-level and --ablation need --truth: decisions are too few for them.", HELP);
        }
    }

    private static void requireColumn(CrmSettings.Csv csv, String truthColumn) {
        List<String> names = PersonFiles.csvColumnNames(csv.file(), csv.columns());
        int found = Collections.frequency(names, truthColumn);
        if (found != 1) {
            String shown = names.stream().limit(MOST_COLUMNS_SHOWN).collect(Collectors.joining(", "));
            throw new UsageException(
                    "--truth " + truthColumn + " names " + (found == 0 ? "no column" : found + " columns") + " of "
                            + csv.file() + ". It has: " + shown + (names.size() > MOST_COLUMNS_SHOWN ? ", …." : "."),
                    HELP);
        }
    }

    private void reportRejected(List<RejectedRecord> rejected) {
        rejected.stream()
                .limit(MOST_REJECTED_SHOWN)
                .forEach(row -> surroundings.err().println("Not read: " + row.where() + ": " + row.reason()));
        int more = rejected.size() - MOST_REJECTED_SHOWN;
        if (more > 0) {
            surroundings.err().println("Not read: " + Counted.of(more, "more row") + ".");
        }
    }
}
