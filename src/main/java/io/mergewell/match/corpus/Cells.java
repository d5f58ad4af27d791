package io.mergewell.match.corpus;

/**
 * One cell per record and column, the cells of a record side by side: comparing two records then touches a few
 * neighbouring words of memory instead of one far-off word per column.
 */
final class Cells {

    private final int columns;
    private final int records;
    private final int[] cells;
    private int places;

    Cells(int records, int columns) {
        this.records = records;
        this.columns = columns;
        cells = new int[Math.multiplyExact(records, columns)];
    }

    int records() {
        return records;
    }

    /** The place of a further column. */
    int nextPlace() {
        return places++;
    }

    int of(int record, int place) {
        return cells[record * columns + place];
    }

    void set(int record, int place, int cell) {
        cells[record * columns + place] = cell;
    }
}
