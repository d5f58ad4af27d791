package io.mergewell.review.privacy;

import io.mergewell.csv.Bytes;
import io.mergewell.csv.CsvRecords;
import io.mergewell.csv.CsvRow;
import io.mergewell.csv.ForeignFile;
import io.mergewell.csv.Layout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of a report in memory, as it was written or as a spreadsheet saved it. Written again, lines that do not
 * change stay as they are to the byte, and so do byte order mark, encoding, delimiter and line ends.
 */
final class CsvReport {

    /** Columns by which a file is known for one of ours: it has at least one. */
    private static final Set<String> KEYS = Set.of("row_key", "group_id", "old_id", "first_id");

    private static final char QUOTE = '"';

    private final byte[] content;
    private final Layout text;
    private final Layout bytes;
    private final List<String> names;
    private boolean damaged;

    private CsvReport(byte[] content, Layout text, List<String> names) {
        this.content = content;
        this.text = text;
        this.bytes = text.bytewise();
        this.names = List.copyOf(names);
    }

    /** Empty if the bytes are no report of ours. */
    static Optional<CsvReport> of(byte[] content) {
        Bytes file = Bytes.of(content);
        try {
            @Nullable Layout layout = ForeignFile.kind(file).isPresent() ? null : Layout.of(file, CsvReport::keys);
            if (layout == null) {
                return Optional.empty();
            }
            try (CsvRecords records = layout.records(file)) {
                @Nullable CsvRow header = records.next();
                return header == null || keys(header.cells()) == 0
                        ? Optional.empty()
                        : Optional.of(new CsvReport(content, layout, names(header.cells())));
            }
        } catch (IOException e) {
            throw new IllegalStateException("Memory can always be read.", e);
        }
    }

    /** Shows every line. */
    void forEach(Consumer<CsvLine> visitor) {
        with(line -> {
            visitor.accept(line);
            return line;
        });
    }

    /** The file with other lines; the same bytes where none is another. */
    byte[] with(UnaryOperator<CsvLine> change) {
        ByteArrayOutputStream copy = new ByteArrayOutputStream(content.length);
        try (CsvRecords records = bytes.records(Bytes.of(content))) {
            records.next();
            int place = 0;
            for (CsvRow row = records.next(); row != null; row = records.next()) {
                damaged |= row.fault() != null || row.cells().size() > names.size();
                CsvLine line = line(row);
                CsvLine changed = change.apply(line);
                if (!changed.equals(line)) {
                    int start = (int) bytes.encoding().bytesBefore(row.start());
                    copy.write(content, place, start - place);
                    copy.writeBytes(written(changed).getBytes(text.encoding().charset()));
                    place = (int) bytes.encoding().bytesBefore(row.end());
                }
            }
            copy.write(content, place, content.length - place);
        } catch (IOException e) {
            throw new IllegalStateException("Memory can always be read.", e);
        }
        return copy.toByteArray();
    }

    /** Whether a line met so far was none, or had more cells than there are columns, so that nobody knows what is what. */
    boolean isDamaged() {
        return damaged;
    }

    private CsvLine line(CsvRow row) {
        return new CsvLine(names, row.cells().stream().map(this::read).toList());
    }

    private String read(String bytewise) {
        return bytes.equals(text)
                ? bytewise
                : new String(
                        bytewise.getBytes(bytes.encoding().charset()),
                        text.encoding().charset());
    }

    private String written(CsvLine line) {
        return line.cells().stream().map(this::quoted).collect(Collectors.joining(String.valueOf(text.delimiter())));
    }

    private String quoted(String cell) {
        boolean plain = Stream.of(QUOTE, text.delimiter(), '\n', '\r').noneMatch(c -> cell.indexOf(c) >= 0)
                && cell.equals(cell.strip());
        return plain ? cell : QUOTE + cell.replace("\"", "\"\"") + QUOTE;
    }

    private static int keys(List<String> header) {
        return (int) names(header).stream().filter(KEYS::contains).count();
    }

    private static List<String> names(List<String> header) {
        return header.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }
}
