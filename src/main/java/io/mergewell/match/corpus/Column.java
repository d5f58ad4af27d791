package io.mergewell.match.corpus;

import com.carrotsearch.hppc.IntArrayList;
import java.util.function.IntConsumer;

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

        Builder() {
            starts.add(0);
        }

        void add(int value) {
            values.add(value);
        }

        void endRecord() {
            starts.add(values.elementsCount);
        }

        boolean isEmpty() {
            return values.isEmpty();
        }

        /**
         * Moves the values into cells, with the records in another order.
         *
         * @param order record {@code i} becomes the former {@code order[i]}
         */
        Column inOrder(int[] order, Cells cells) {
            IntArrayList several = new IntArrayList();
            int place = cells.nextPlace();
            for (int record = 0; record < order.length; record++) {
                int from = starts.buffer[order[record]];
                int count = starts.buffer[order[record] + 1] - from;
                if (count < 2) {
                    cells.set(record, place, count == 0 ? NONE : values.buffer[from]);
                } else {
                    cells.set(record, place, NONE - 1 - several.elementsCount);
                    several.add(count);
                    several.add(values.buffer, from, count);
                }
            }
            return new Column(cells, place, several.toArray(), values.isEmpty());
        }
    }
}
