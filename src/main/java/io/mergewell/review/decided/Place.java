package io.mergewell.review.decided;

/**
 * Where something stands in a file.
 *
 * @param line in a text editor, from 1
 * @param row in a spreadsheet, which counts a cell of several lines once and hides a line that names the delimiter
 */
public record Place(long line, long row) {

    @Override
    public String toString() {
        return line == row ? "line " + line : "line " + line + " (row " + row + " in a spreadsheet)";
    }
}
