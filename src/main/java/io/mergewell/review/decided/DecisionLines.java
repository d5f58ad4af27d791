package io.mergewell.review.decided;

import io.mergewell.csv.CsvRecords;
import io.mergewell.csv.CsvRow;
import io.mergewell.csv.Layout;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Decision;
import io.mergewell.plan.PairDecision;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The decisions in a file, or every line of it that is wrong. */
final class DecisionLines {

    private static final List<String> NEEDED = DecisionsFile.COLUMNS.subList(0, 3);

    private final Instant now;
    private final List<PairDecision> decisions = new ArrayList<>();
    private final Map<Set<String>, Long> lines = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private List<String> header = List.of();

    /** @param now when a decision without a time was made */
    DecisionLines(Instant now) {
        this.now = now;
    }

    List<PairDecision> read(SavedFile file) {
        try {
            @Nullable Layout layout = Layout.of(file.bytes(), DecisionLines::found);
            if (layout == null) {
                throw file.refused("The file is empty.");
            }
            try (CsvRecords records = layout.records(file.bytes())) {
                read(records);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Memory can always be read.", e);
        }
        if (!problems.isEmpty()) {
            throw RefusedReviewException.ofDecisions(file.path(), problems);
        }
        return decisions;
    }

    /** The column names of a file; empty if it has none. */
    static Optional<List<String>> header(SavedFile file) {
        try {
            @Nullable Layout layout = Layout.of(file.bytes(), DecisionLines::found);
            if (layout == null) {
                return Optional.empty();
            }
            try (CsvRecords records = layout.records(file.bytes())) {
                return Optional.ofNullable(records.next()).map(DecisionLines::names);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Memory can always be read.", e);
        }
    }

    private static List<String> names(CsvRow first) {
        return first.cells().stream().map(Cells::plain).toList();
    }

    private static int found(List<String> cells) {
        return (int) cells.stream().filter(DecisionsFile.COLUMNS::contains).count();
    }

    private void read(CsvRecords records) throws IOException {
        @Nullable CsvRow first = records.next();
        header = first == null ? List.of() : names(first);
        NEEDED.stream()
                .filter(column -> !header.contains(column))
                .forEach(column -> problems.add(Problem.ofFile("The column " + column + " is missing.")));
        if (!problems.isEmpty()) {
            return;
        }
        for (@Nullable CsvRow row = records.next(); row != null; row = records.next()) {
            if (row.fault() != null) {
                problem(row, "the record " + row.fault() + ".");
            } else if (row.cells().size() != header.size()) {
                problem(row, "there are more or fewer cells than the header has.");
            } else {
                take(row);
            }
        }
    }

    private void take(CsvRow row) {
        Optional<Decision> decision = Cells.decision(cell(row, "decision"));
        if (decision.isEmpty()) {
            problem(row, "the decision must be APPROVE, REJECT, HOLD or NOT_DUPLICATE.");
            return;
        }
        String survivor = Cells.id(cell(row, "survivor_id"));
        String duplicate = Cells.id(cell(row, "duplicate_id"));
        @Nullable
        Long earlier = lines.putIfAbsent(
                survivor.equals(duplicate) ? Set.of(survivor) : Set.of(survivor, duplicate), row.line());
        if (earlier != null) {
            problem(row, "line " + earlier + " is about the same two persons.");
        } else if (survivor.isEmpty() && decision.get() == Decision.NOT_DUPLICATE) {
            problem(row, "NOT_DUPLICATE is about two persons, and one is missing.");
        } else {
            add(row, survivor, duplicate, decision.get());
        }
    }

    private void add(CsvRow row, String survivor, String duplicate, Decision decision) {
        String time = cell(row, "decided_at");
        try {
            decisions.add(new PairDecision(
                    survivor.isEmpty() ? null : new PersonId(survivor),
                    new PersonId(duplicate),
                    decision,
                    Cells.text(cell(row, "reviewer")),
                    Cells.text(cell(row, "note")),
                    time.isEmpty() ? now : Instant.parse(time),
                    cell(row, "plan_id"),
                    cell(row, "row_key"),
                    cell(row, "evidence")));
        } catch (DateTimeException e) {
            problem(row, "decided_at must be a time such as 2026-11-20T23:00:00Z.");
        } catch (IllegalArgumentException e) {
            problem(row, "survivor_id and duplicate_id must be the ids of two persons.");
        }
    }

    private String cell(CsvRow row, String column) {
        int at = header.indexOf(column);
        return at < 0 ? "" : Cells.plain(row.cells().get(at));
    }

    private void problem(CsvRow row, String sentence) {
        problems.add(new Problem(new Place(row.line(), row.line()), sentence));
    }
}
