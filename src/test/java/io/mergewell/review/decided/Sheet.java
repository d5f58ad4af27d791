package io.mergewell.review.decided;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A spreadsheet in a test's hands: opens a report, changes cells, saves it in any way. */
public final class Sheet {

    private final List<List<String>> rows;

    private Sheet(List<List<String>> rows) {
        this.rows = rows;
    }

    public static Sheet open(Path file) {
        try (Reader reader = new StringReader(Files.readString(file).replace("\uFEFF", ""))) {
            return new Sheet(CSVParser.parse(reader, CSVFormat.RFC4180).stream()
                    .map(CSVRecord::toList)
                    .map(ArrayList::new)
                    .collect(Collectors.toCollection(ArrayList::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows, the header first. */
    public List<List<String>> rows() {
        return rows;
    }

    /** How many rows there are below the header. */
    public int size() {
        return rows.size() - 1;
    }

    /** A cell; rows count from 1 below the header. */
    public String cell(int row, String column) {
        return rows.get(row).get(rows.get(0).indexOf(column));
    }

    /** Writes into a cell; rows count from 1 below the header. */
    public Sheet set(int row, String column, String text) {
        rows.get(row).set(rows.get(0).indexOf(column), text);
        return this;
    }

    /** The row of a duplicate, from 1 below the header. */
    public int rowOf(String duplicate) {
        int column = rows.get(0).indexOf("duplicate_id");
        for (int row = 1; row < rows.size(); row++) {
            if (rows.get(row).get(column).equals(duplicate)) {
                return row;
            }
        }
        throw new IllegalArgumentException("No row is about " + duplicate);
    }

    /** Decides on the row of a duplicate. */
    public Sheet decide(String duplicate, String decision) {
        return set(rowOf(duplicate), "decision", decision);
    }

    /** Saves it as our own reports are. */
    public Path save(Path file) {
        return save(file, CSVFormat.RFC4180, StandardCharsets.UTF_8, "\uFEFF");
    }

    public Path save(Path file, CSVFormat format, Charset charset, String mark) {
        try {
            String text = rows.stream()
                    .map(row -> format.format(row.toArray()) + format.getRecordSeparator())
                    .collect(Collectors.joining());
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.write(file, (mark + text).getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
