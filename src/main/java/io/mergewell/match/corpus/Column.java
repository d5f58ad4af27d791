package io.mergewell.match.corpus;

import com.carrotsearch.hppc.IntArrayList;

/**
 * The values of one field: for each record the numbers of its values, none, one or several.
 *
 * @see TextPool
 */
public final class Column {

    private final int[] starts;
    private final int[] values;

    private Column(int[] starts, int[] values) {
        this.starts = starts;
        this.values = values;
    }

    public int records() {
        return starts.length - 1;
    }

    /** Where the values of a record begin; they end where those of {@code record + 1} begin. */
    public int start(int record) {
        return starts[record];
    }

    /** A value number by its position, from {@link #start}. */
    public int value(int position) {
        return values[position];
    }

    /** How many values a record has. */
    public int count(int record) {
        return starts[record + 1] - starts[record];
    }

    /** The first value of a record, or -1 if it has none. */
    public int first(int record) {
        return count(record) == 0 ? -1 : values[starts[record]];
    }

    /** How many values all records have together. */
    public int total() {
        return values.length;
    }

    /** Takes values in record by record. */
    static final class Builder {

        private final IntArrayList starts = new IntArrayList();
        private final IntArrayList values = new IntArrayList();

        Builder() {
            starts.add(0);
        }

        void add(int value) {
            values.add(value);
        }

        void endRecord() {
            starts.add(values.elementsCount);
        }

        /** The column with its records in another order: record {@code i} becomes the former {@code order[i]}. */
        Column inOrder(int[] order) {
            int[] newStarts = new int[order.length + 1];
            int[] newValues = new int[values.elementsCount];
            for (int record = 0; record < order.length; record++) {
                int from = starts.buffer[order[record]];
                int length = starts.buffer[order[record] + 1] - from;
                System.arraycopy(values.buffer, from, newValues, newStarts[record], length);
                newStarts[record + 1] = newStarts[record] + length;
            }
            return new Column(newStarts, newValues);
        }
    }
}
