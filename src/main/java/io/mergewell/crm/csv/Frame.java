package io.mergewell.crm.csv;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.settings.CsvColumns;
import io.mergewell.csv.Bytes;
import io.mergewell.csv.CsvRecords;
import io.mergewell.csv.CsvRow;
import io.mergewell.csv.ForeignFile;
import io.mergewell.csv.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a file of persons is laid out: what has to be known before its first record is read. */
record Frame(Layout layout, Header header, ColumnMap columns) {

    static Frame of(Path path, CsvColumns mapping) throws IOException {
        Bytes file = Bytes.of(path);
        Optional<String> kind = ForeignFile.kind(file);
        if (kind.isPresent()) {
            throw noList(path, "is " + kind.get() + ", not a CSV file");
        }
        Layout layout = Layout.of(file, cells -> ColumnMap.found(mapping, new Header(cells)));
        if (layout == null) {
            throw new CrmException.UnreadableInput("The file " + path + " is empty: it has not even a header line.");
        }
        try (CsvRecords records = layout.records(file)) {
            Header header = header(path, records.next());
            boolean looksLikeHeader = ColumnMap.found(mapping, header) > 0;
            if (!looksLikeHeader && !ForeignFile.looksLikeText(file, layout.encoding())) {
                throw noList(path, "is not a text file");
            }
            return new Frame(layout, header, new ColumnMap(mapping, new ColumnSearch(path, header, looksLikeHeader)));
        }
    }

    /** The records behind the header. */
    CsvRecords records(Path path) throws IOException {
        return behindHeader(layout.records(Bytes.of(path)));
    }

    /** The records behind the header, one character for each byte. */
    CsvRecords recordsBytewise(Path path) throws IOException {
        return behindHeader(layout.bytewise().records(Bytes.of(path)));
    }

    private CsvRecords behindHeader(CsvRecords records) throws IOException {
        try {
            records.next();
        } catch (IOException e) {
            records.close();
            throw e;
        }
        records.expectWidth(header.width());
        return records;
    }

    private static Header header(Path file, @Nullable CsvRow first) {
        if (first == null || first.fault() != null) {
            throw new CrmException.UnreadableInput("The header line of " + file + " cannot be read: it "
                    + (first == null ? "is missing" : first.fault()) + ".");
        }
        return new Header(first.cells());
    }

    private static CrmException.UnreadableInput noList(Path file, String what) {
        return new CrmException.UnreadableInput("The file " + file + " " + what
                + ". Save the list as CSV (in a spreadsheet: save as, CSV UTF-8) and name that file in crm.file.");
    }
}
