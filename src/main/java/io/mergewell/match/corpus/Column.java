package io.mergewell.match.corpus;

import com.carrotsearch.hppc.IntArrayList;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * The values of one field: for each record the numbers of its values, none, one or several.
 *
 * @see TextPool
 */
public final class Column {

    /** Cells below this point to several values further on. */
    private static final int NONE = -1;

    private final Cells cells;
    private final int place;
    private final int[] several;
    private final boolean empty;

    private Column(Cells cells, int place, int[] several, boolean empty) {
        this.cells = cells;
        this.place = place;
        this.several = several;
        this.empty = empty;
    }

    /** Whether no record has a value. */
    public boolean isEmpty() {
        return empty;
    }

    public int records() {
        return cells.records();
    }

    /** How many values a record has. */
    public int count(int record) {
        int cell = cells.of(record, place);
        return cell >= 0 ? 1 : cell == NONE ? 0 : several[NONE - 1 - cell];
    }

    /** A value of a record by its index, from 0 and below {@link #count}. */
    public int value(int record, int index) {
        int cell = cells.of(record, place);
        return cell >= 0 ? cell : several[NONE - cell + index];
    }

    /** The first value of a record, or -1 if it has none. */
    public int first(int record) {
        int cell = cells.of(record, place);
        return cell >= NONE ? cell : several[NONE - cell];
    }

    /** Hands over the values of a record. */
    public void forEach(int record, IntConsumer use) {
        for (int i = 0, count = count(record); i < count; i++) {
            use.accept(value(record, i));
        }
    }

    /** Takes values in record by record. */
    static final class Builder {

        private final IntArrayList starts = new IntArrayList();
        private final IntArrayList values = new IntArrayList();
        private int filled;
        private int written;

        Builder() {
            starts.add(0);
        }

        void add(int value) {
            values.add(value);
        }

        /** @param hadText whether the record had anything in the field, if only a placeholder */
        void endRecord(boolean hadText) {
            boolean hasValue = values.elementsCount > starts.buffer[starts.elementsCount - 1];
            filled += hasValue ? 1 : 0;
            written += hadText || hasValue ? 1 : 0;
            starts.add(values.elementsCount);
        }

        /** Hands over the values of a record, as they were added. */
        void forEach(int record, IntConsumer use) {
            for (int i = starts.buffer[record]; i < starts.buffer[record + 1]; i++) {
                use.accept(values.buffer[i]);
            }
        }

        void renumber(Renumbering numbers) {
            numbers.apply(values);
        }

        /** In how many records anything was written, if only a placeholder. */
        int written() {
            return written;
        }

        ColumnShape shape() {
            return ColumnShape.of(filled, values.toArray());
        }

        /** All values, in cells, with the records in another order. */
        Column inOrder(int[] order, Cells cells) {
            return inOrder(order, cells, value -> true);
        }

        /**
         * Moves values into cells, with the records in another order.
         *
         * @param order record {@code i} becomes the former {@code order[i]}
         * @param kept the values to move; the others are left out
         */
        Column inOrder(int[] order, Cells cells, IntPredicate kept) {
            IntArrayList several = new IntArrayList();
            int place = cells.nextPlace();
            boolean empty = true;
            for (int record = 0; record < order.length; record++) {
                int count = copy(order[record], kept, several);
                int start = several.elementsCount - count;
                empty &= count == 0;
                if (count < 2) {
                    cells.set(record, place, count == 0 ? NONE : several.buffer[start]);
                    several.elementsCount = start - 1;
                } else {
                    cells.set(record, place, NONE - start);
                    several.buffer[start - 1] = count;
                }
            }
            return new Column(cells, place, several.toArray(), empty);
        }

        /** Copies a record's values, behind a place for their number; how many they are. */
        private int copy(int record, IntPredicate kept, IntArrayList to) {
            int start = to.elementsCount + 1;
            to.add(0);
            for (int i = starts.buffer[record]; i < starts.buffer[record + 1]; i++) {
                if (kept.test(values.buffer[i])) {
                    to.add(values.buffer[i]);
                }
            }
            return to.elementsCount - start;
        }
    }
}
