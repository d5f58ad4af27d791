package io.mergewell.review;

import io.mergewell.review.PairChange.Proposal;
import io.mergewell.review.files.Artefact;
import io.mergewell.review.files.ReviewException;
import io.mergewell.review.table.Column;
import io.mergewell.review.table.CsvTable;
import io.mergewell.review.words.Scores;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code compare.csv}: the pairs of which two plans say different things. Nothing is ever read back from it. */
public final class ComparisonFile {

    public static final String NAME = "compare.csv";

    private static final List<Column<PairChange>> COLUMNS = List.of(
            Column.text("change", ComparisonFile::kinds),
            Column.id("first_id", change -> change.first().id().value()),
            Column.id("second_id", change -> change.second().id().value()),
            Column.digits("first_name", change -> change.first().name()),
            Column.digits("second_name", change -> change.second().name()),
            Column.text("score_before", change -> score(change.scoreBefore())),
            Column.text("score_after", change -> score(change.scoreAfter())),
            Column.text("band_before", change -> cell(change.before(), Proposal::band)),
            Column.text("band_after", change -> cell(change.after(), Proposal::band)),
            Column.text("action_before", change -> cell(change.before(), ComparisonFile::action)),
            Column.text("action_after", change -> cell(change.after(), ComparisonFile::action)),
            Column.id("survivor_before", change -> cell(change.before(), Proposal::survivor)),
            Column.id("survivor_after", change -> cell(change.after(), Proposal::survivor)),
            Column.text("reasons", PairChange::reasons));

    private ComparisonFile() {}

    /**
     * Writes or replaces it.
     *
     * @param folder of the run that read the persons
     * @throws ReviewException if it cannot be written; then it is as it was
     */
    public static Artefact write(Path folder, List<PairChange> changes) {
        return new CsvTable<>(COLUMNS).write(folder.resolve(NAME), changes.stream());
    }

    private static String kinds(PairChange change) {
        return change.kinds().stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    private static String score(@Nullable Double score) {
        return score == null ? "" : Scores.text(score);
    }

    private static String action(Proposal proposal) {
        return proposal.action() == null ? "" : proposal.action().name();
    }

    private static String cell(@Nullable Proposal proposal, Function<Proposal, Object> value) {
        return proposal == null ? "" : value.apply(proposal).toString();
    }
}
