package io.mergewell.review.decided;

import io.mergewell.csv.CsvRow;
import io.mergewell.plan.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes row by row what is right, and notes what is wrong, so that a person hears of everything at once. */
final class RowCheck {

    private static final String WORDS = "APPROVE, REJECT, HOLD, NOT_DUPLICATE or nothing";

    private final Columns columns;
    private final Map<String, DecidedRow> rows = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable String planId;

    RowCheck(Columns columns) {
        this.columns = columns;
    }

    /** Where anything is wrong, also rows of which only some can be read. */
    List<DecidedRow> rows() {
        return List.copyOf(rows.values());
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Null if there was no row. */
    @Nullable
    String planId() {
        return planId;
    }

    void problem(Place place, String sentence) {
        problems.add(new Problem(place, sentence));
    }

    void take(Place place, CsvRow row) {
        List<String> cells = row.cells();
        if (row.fault() != null) {
            problem(place, "the record " + row.fault() + ".");
        } else if (isShifted(cells)) {
            problem(place, "there are more cells than the header has: they have moved to the right.");
        } else if (columns.isDamaged(cells)) {
            problem(place, "some characters are damaged. Save the file as UTF-8.");
        } else if (!columns.isBlank(cells)) {
            takeFilled(place, cells);
        }
    }

    private void takeFilled(Place place, List<String> cells) {
        int before = problems.size();
        String key = Cells.id(columns.cell(cells, Columns.ROW_KEY));
        if (key.isEmpty()) {
            problem(place, "there is no row_key. Delete the row, or put its row_key back.");
        }
        String plan = columns.cell(cells, Columns.PLAN_ID);
        checkPlan(place, plan);
        String word = columns.cell(cells, Columns.DECISION);
        Optional<Decision> decision = Cells.decision(word);
        if (!word.isEmpty() && decision.isEmpty()) {
            problem(place, "the decision must be " + WORDS + ".");
        }
        DecidedRow read = new DecidedRow(
                place,
                key,
                decision.orElse(null),
                columns.cell(cells, Columns.OVERRIDE),
                Cells.text(columns.cell(cells, Columns.REVIEWER)),
                Cells.text(columns.cell(cells, Columns.NOTE)),
                plan);
        if (problems.size() == before) {
            add(read);
        } else if (!key.isEmpty() && (plan.isEmpty() || plan.equals(planId))) {
            // What its plan says against the rest of it is told, too.
            rows.putIfAbsent(key, read);
        }
    }

    private void checkPlan(Place place, String plan) {
        if (plan.isEmpty()) {
            problem(place, "there is no plan_id.");
        } else if (planId == null) {
            planId = plan;
        } else if (!planId.equals(plan)) {
            problem(place, "the plan_id is not the one of the rows before. Hand in each report by itself.");
        }
    }

    /** A row that is there twice counts once; who signed it first is kept. */
    private void add(DecidedRow row) {
        DecidedRow first = rows.putIfAbsent(row.rowKey(), row);
        if (first != null && !first.agreesWith(row)) {
            problem(
                    row.place(),
                    "this row_key stands in " + first.place() + " already, with another decision or override.");
        }
    }

    private boolean isShifted(List<String> cells) {
        return cells.stream().skip(columns.width()).anyMatch(cell -> !cell.isBlank());
    }
}
