package io.mergewell.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits text into records and cells as RFC 4180 says. Commons CSV does the same for whole files; this one goes on after
 * a damaged place: a record that cannot be right is given up at the end of its first line, and the next line begins
 * anew, so that a quote left open costs one record and not all up to the next quote.
 *
 * <p>Tolerated: any line ends, blank lines, spaces around a quoted cell, quotes within an unquoted one.
 */
public final class CsvRecords implements Closeable {

    /** Characters of the longest record; a quote that is open for longer was never closed. */
    static final int LONGEST = 1 << 20;

    private static final char QUOTE = '"';

    private final Reader reader;
    private final char delimiter;
    private char[] text = new char[1 << 16];
    private int start;
    private int at;
    private int end;
    private long dropped;
    private boolean exhausted;
    private long line = 1;
    private int width;

    private List<String> cells = List.of();
    private @Nullable String fault;
    private int breaks;
    private int firstBreak;

    CsvRecords(Reader reader, char delimiter) {
        this.reader = reader;
        this.delimiter = delimiter;
    }

    /** From now on a record must have that many cells. */
    public void expectWidth(int cellsOfARecord) {
        width = cellsOfARecord;
    }

    /** The next record or damaged line; null at the end. Blank lines are neither. */
    public @Nullable CsvRow next() throws IOException {
        skipBlankLines();
        if (!more()) {
            return null;
        }
        long startLine = line;
        long from = dropped + start;
        cells = new ArrayList<>(Math.max(width, 8));
        fault = null;
        breaks = 0;
        while (cell() && fault == null) {
            at++;
        }
        if (fault == null && width > 0 && cells.size() != width) {
            fault = "has " + cells.size() + " cells where the header has " + width;
        }
        long behind = dropped + at;
        finishLine(startLine);
        return new CsvRow(startLine, from, behind, dropped + at, cells, fault);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private void skipBlankLines() throws IOException {
        start = at;
        while (more() && isBreak(text[at])) {
            skipBreak();
            line++;
            start = at;
        }
    }

    /** Goes behind the record, or behind the first line of what is none. */
    private void finishLine(long startLine) throws IOException {
        if (fault != null && breaks > 0) {
            at = start + firstBreak;
            line = startLine + 1;
            return;
        }
        line = startLine + breaks;
        start = at;
        while (more() && !isBreak(text[at])) {
            at++;
            start = at;
        }
        if (more()) {
            skipBreak();
            line++;
        }
    }

    /** Reads one cell, and tells whether a delimiter follows, with {@code at} on it. */
    private boolean cell() throws IOException {
        int from = at - start;
        while (more() && text[at] == ' ') {
            at++;
        }
        if (more() && text[at] == QUOTE) {
            quotedCell();
        } else {
            at = start + from;
            plainCell();
        }
        return more() && text[at] == delimiter;
    }

    private void plainCell() throws IOException {
        int from = at - start;
        while (more()) {
            char c = text[at];
            if (c == delimiter || isBreak(c)) {
                break;
            }
            at++;
        }
        if (at - start >= LONGEST) {
            fault = "is longer than " + LONGEST + " characters";
        }
        cells.add(new String(text, start + from, at - start - from));
    }

    private void quotedCell() throws IOException {
        at++;
        StringBuilder parts = new StringBuilder(0);
        int from = at - start;
        while (more()) {
            char c = text[at];
            if (isBreak(c)) {
                skipBreak();
                noteBreak();
                continue;
            }
            at++;
            if (c == QUOTE) {
                if (!(more() && text[at] == QUOTE)) {
                    closeQuote(parts, from);
                    return;
                }
                parts.append(text, start + from, at - start - from);
                at++;
                from = at - start;
            }
        }
        fault = "opens a quote that is never closed";
    }

    private void closeQuote(StringBuilder parts, int from) throws IOException {
        int length = at - 1 - start - from;
        cells.add(
                parts.isEmpty()
                        ? new String(text, start + from, length)
                        : parts.append(text, start + from, length).toString());
        while (more() && text[at] == ' ') {
            at++;
        }
        if (more() && text[at] != delimiter && !isBreak(text[at])) {
            fault = "has text behind a closing quote, or opens a quote that is never closed";
        }
    }

    private void noteBreak() {
        if (breaks == 0) {
            firstBreak = at - start;
        }
        breaks++;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    /** Behind a line end in any of its forms. */
    private void skipBreak() throws IOException {
        boolean carriageReturn = text[at++] == '\r';
        if (carriageReturn && more() && text[at] == '\n') {
            at++;
        }
    }

    /** Whether there is a character at {@code at}; reads on if need be, keeping all from {@code start} on. */
    private boolean more() throws IOException {
        return at < end || readOn();
    }

    private boolean readOn() throws IOException {
        if (exhausted || end - start >= LONGEST) {
            return false;
        }
        System.arraycopy(text, start, text, 0, end - start);
        at -= start;
        end -= start;
        dropped += start;
        start = 0;
        if (end == text.length) {
            text = Arrays.copyOf(text, text.length * 2);
        }
        int read = reader.read(text, end, text.length - end);
        exhausted = read < 0;
        end += Math.max(read, 0);
        return read > 0;
    }
}
