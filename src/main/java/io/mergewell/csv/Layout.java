package io.mergewell.csv;

import java.io.IOException;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written.
 *
 * @param named whether its first line is Excel's {@code sep=;}, which names the delimiter and is no header
 */
public record Layout(Encoding encoding, char delimiter, boolean named) {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final String NAMED = "sep=";

    /**
     * The delimiter under which the header shows most of the wanted columns; among equals, the most columns.
     *
     * @param found how many of the wanted columns there are among the cells of a header
     * @return null if the file is empty
     */
    public static @Nullable Layout of(Bytes file, ToIntFunction<List<String>> found) throws IOException {
        Encoding encoding = Encoding.of(file);
        Layout best = null;
        int bestScore = -1;
        for (char delimiter : DELIMITERS) {
            CsvRow first = first(file, new Layout(encoding, delimiter, false));
            if (first == null) {
                return null;
            }
            if (isNamed(first)) {
                return new Layout(encoding, delimiter, true);
            }
            int score = 1000 * found.applyAsInt(first.cells())
                    + Math.min(999, first.cells().size());
            if (score > bestScore) {
                best = new Layout(encoding, delimiter, false);
                bestScore = score;
            }
        }
        return best;
    }

    /** The records from the header on. */
    public CsvRecords records(Bytes file) throws IOException {
        CsvRecords records = new CsvRecords(encoding.reader(file), delimiter);
        if (named) {
            records.next();
        }
        return records;
    }

    /** The same file, read byte by byte. */
    public Layout bytewise() {
        return new Layout(encoding.bytewise(), delimiter, named);
    }

    private static @Nullable CsvRow first(Bytes file, Layout layout) throws IOException {
        try (CsvRecords records = layout.records(file)) {
            return records.next();
        }
    }

    private static boolean isNamed(CsvRow first) {
        return first.cells().size() == 2 && first.cells().get(0).equals(NAMED);
    }
}
