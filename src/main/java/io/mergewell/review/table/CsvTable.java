package io.mergewell.review.table;

import io.mergewell.review.files.Artefact;
import io.mergewell.review.files.AtomicFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A CSV file for spreadsheets: UTF-8 with a byte order mark (Excel needs it), CRLF, RFC 4180 quoting.
 *
 * @param <R> what a row is made from
 */
public record CsvTable<R>(List<Column<R>> columns) {

    /** Rows whose cells are worked out together, by all processors. */
    private static final int AT_ONCE = 1_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    public CsvTable {
        columns = List.copyOf(columns);
    }

    /**
     * Writes the header and a line for each row.
     *
     * @throws io.mergewell.review.files.ReviewException if it cannot be written; it is never half-written
     */
    public Artefact write(Path file, Stream<R> rows) {
        return AtomicFile.write(file, out -> write(out, rows.iterator()));
    }

    /** As {@link #write(Path, Stream)}, to a stream that stays open. */
    public void write(OutputStream out, Iterator<R> rows) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
        csv.printRecord(columns.stream().map(Column::name));
        while (rows.hasNext()) {
            List<List<String>> lines =
                    next(rows).parallelStream().map(this::cells).toList();
            for (List<String> cells : lines) {
                csv.printRecord(cells);
            }
        }
        csv.flush();
    }

    private List<String> cells(R row) {
        return columns.stream().map(column -> column.cell().apply(row)).toList();
    }

    private static <R> List<R> next(Iterator<R> rows) {
        List<R> next = new ArrayList<>(AT_ONCE);
        while (next.size() < AT_ONCE && rows.hasNext()) {
            next.add(rows.next());
        }
        return next;
    }
}
