package io.mergewell.crm.csv;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.CsvColumns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written.
 *
 * @param named whether its first line is Excel's {@code sep=;}, which names the delimiter and is no header
 */
record Layout(Encoding encoding, char delimiter, boolean named) {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final String NAMED = "sep=";

    /** The delimiter under which the header shows most of the mapped columns; among equals, the most columns. */
    static Layout of(Path file, CsvColumns columns) throws IOException {
        Encoding encoding = Encoding.of(file);
        Layout best = null;
        int bestScore = -1;
        for (char delimiter : DELIMITERS) {
            CsvRow first = first(file, new Layout(encoding, delimiter, false));
            if (first == null) {
                throw new CrmException.UnreadableInput(
                        "The file " + file + " is empty: it has not even a header line.");
            }
            Layout named = named(encoding, delimiter, first);
            if (named != null) {
                return named;
            }
            int score = 1000 * ColumnMap.found(columns, new Header(first.cells()))
                    + Math.min(999, first.cells().size());
            if (score > bestScore) {
                best = new Layout(encoding, delimiter, false);
                bestScore = score;
            }
        }
        return Objects.requireNonNull(best);
    }

    /** The records from the header on. */
    CsvRecords records(Path file) throws IOException {
        CsvRecords records = new CsvRecords(encoding.reader(file), delimiter);
        if (named) {
            records.next();
        }
        return records;
    }

    private static @Nullable CsvRow first(Path file, Layout layout) throws IOException {
        try (CsvRecords records = layout.records(file)) {
            return records.next();
        }
    }

    private static @Nullable Layout named(Encoding encoding, char tried, CsvRow first) {
        String cell = first.cells().isEmpty() ? "" : first.cells().get(0);
        boolean splits = cell.equals(NAMED) && first.cells().size() == 2;
        return splits ? new Layout(encoding, tried, true) : null;
    }
}
