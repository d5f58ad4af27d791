package io.mergewell.review.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * One line of a report.
 *
 * @param names of the columns, in lower case
 * @param cells as they stand in the file; a spreadsheet may have left out empty ones at the end
 */
record CsvLine(List<String> names, List<String> cells) {

    CsvLine {
        cells = List.copyOf(cells);
    }

    /** What stands in a column, without the spaces around it and the apostrophe before it; empty if nothing does. */
    String value(String column) {
        int at = names.indexOf(column);
        String cell = at < 0 || at >= cells.size() ? "" : cells.get(at).strip();
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }

    /** The same line with other cells. */
    CsvLine with(BinaryOperator<String> cellOfColumn) {
        List<String> changed = new ArrayList<>();
        for (int at = 0; at < cells.size(); at++) {
            String name = at < names.size() ? names.get(at) : "";
            changed.add(cellOfColumn.apply(name, cells.get(at)));
        }
        return new CsvLine(names, changed);
    }
}
