package io.mergewell.review.decided;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the columns that count stand in a file; their names may be in any case and order. */
final class Columns {

    static final String ROW_KEY = "row_key";
    static final String DECISION = "decision";
    static final String OVERRIDE = "override_survivor_id";
    static final String REVIEWER = "reviewer";
    static final String NOTE = "note";
    static final String PLAN_ID = "plan_id";

    private static final List<String> ALL = List.of(ROW_KEY, DECISION, OVERRIDE, REVIEWER, NOTE, PLAN_ID);

    private final List<String> header;

    Columns(List<String> header) {
        this.header = names(header);
    }

    /** How many of them a header has. */
    static int found(List<String> header) {
        List<String> names = names(header);
        return (int) ALL.stream().filter(names::contains).count();
    }

    /** What is wrong with the header. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (String column : ALL) {
            if (!header.contains(column)) {
                problems.add(Problem.ofFile("The column " + column + " is missing."));
            } else if (header.indexOf(column) != header.lastIndexOf(column)) {
                problems.add(Problem.ofFile("There are two columns named " + column + ". Keep one."));
            }
        }
        return problems;
    }

    int width() {
        return header.size();
    }

    /** A cell without the spaces around it; empty where a spreadsheet left out the empty cells at the end of a row. */
    String cell(List<String> cells, String column) {
        int at = header.indexOf(column);
        return at < cells.size() ? Cells.plain(cells.get(at)) : "";
    }

    /** Whether all that counts is empty. */
    boolean isBlank(List<String> cells) {
        return ALL.stream().allMatch(column -> cell(cells, column).isEmpty());
    }

    /** Whether anything that counts holds bytes that were no character in the file's encoding. */
    boolean isDamaged(List<String> cells) {
        return ALL.stream()
                .map(column -> cell(cells, column))
                .anyMatch(text -> text.indexOf('\uFFFD') >= 0 || text.indexOf('\0') >= 0);
    }

    private static List<String> names(List<String> header) {
        return header.stream()
                .map(name -> Cells.plain(name).toLowerCase(Locale.ROOT))
                .toList();
    }
}
