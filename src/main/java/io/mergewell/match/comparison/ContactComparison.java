package io.mergewell.match.comparison;

import io.mergewell.match.corpus.Column;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Contacts: several values a record, each with a part that says something by itself. Terms are the values and, behind
 * them, the parts.
 */
abstract class ContactComparison implements Comparison, FieldComparisons {

    private static final int SAME = 1;

    private final String field;
    private final List<Level> levels;
    private final Column column;
    private final int values;
    private final int parts;

    /**
     * @param values how many distinct values there are
     * @param parts how many distinct parts
     */
    ContactComparison(String field, List<Level> levels, Column column, int values, int parts) {
        this.field = field;
        this.levels = levels;
        this.column = column;
        this.values = values;
        this.parts = parts;
    }

    /** The part of a value, such as the local part of a mailbox. */
    abstract int part(int value);

    @Override
    public final String field() {
        return field;
    }

    @Override
    public final List<Level> levels() {
        return levels;
    }

    @Override
    public final double leastBits() {
        return -3;
    }

    @Override
    public final int terms() {
        return values + parts;
    }

    @Override
    public final int valueTerms() {
        return values;
    }

    @Override
    public final void terms(int record, IntConsumer term) {
        for (int i = 0; i < column.count(record); i++) {
            int value = column.value(record, i);
            term.accept(value);
            if (isFirstWithItsPart(record, i)) {
                term.accept(values + part(value));
            }
        }
    }

    @Override
    public final List<Comparison> comparisons() {
        return List.of(this);
    }

    private boolean isFirstWithItsPart(int record, int index) {
        for (int i = 0; i < index; i++) {
            if (part(column.value(record, i)) == part(column.value(record, index))) {
                return false;
            }
        }
        return true;
    }

    /** Compares the values of two records; below the first level it is the parts that agree. */
    abstract class BestContact extends BestOfValues {

        BestContact() {
            super(column);
        }

        @Override
        final int term(int value, int level) {
            return level == SAME ? value : values + part(value);
        }
    }
}
