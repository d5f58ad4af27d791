package io.mergewell.match.comparison;

import io.mergewell.match.corpus.Column;
import io.mergewell.match.corpus.PhoneTable;
import java.util.List;
import java.util.function.IntConsumer;

/** Phone numbers. Terms are the numbers with their extension and, behind them, the national numbers. */
final class PhoneComparison implements Comparison, FieldComparisons {

    private static final int SAME = 1;
    private static final int SAME_LINE = 2;
    private static final int ONE_DIGIT = 3;
    private static final int TWO_DIGITS = 4;
    private static final int DIFFERENT = 5;

    /** Two edits change at most two digits into others. */
    private static final int MOST_DIFFERING_DIGITS = 4;

    /** The digits of a line that survive any way of writing area and country codes. */
    private static final int LINE_DIGITS = 7;

    private static final List<Level> LEVELS = List.of(
            new Level("the same", 0.55, 1),
            new Level("the same line, written otherwise", 0.05, 1),
            new Level("a digit off", 0.06, 0.5),
            new Level("two digits off", 0.04, 0),
            new Level("different", 0.30, 0));

    private final Column column;
    private final PhoneTable table;
    private final DigitCounts digits;

    PhoneComparison(Column column, PhoneTable table) {
        this.column = column;
        this.table = table;
        digits = new DigitCounts(table.nationals());
    }

    @Override
    public String field() {
        return "phone";
    }

    @Override
    public List<Level> levels() {
        return LEVELS;
    }

    @Override
    public double leastBits() {
        return -3;
    }

    @Override
    public int terms() {
        return table.size() + table.nationals().size();
    }

    @Override
    public int valueTerms() {
        return table.size();
    }

    @Override
    public void terms(int record, IntConsumer term) {
        for (int i = 0; i < column.count(record); i++) {
            int value = column.value(record, i);
            term.accept(value);
            if (firstOfItsLine(record, i)) {
                term.accept(nationalTerm(value));
            }
        }
    }

    @Override
    public List<Comparison> comparisons() {
        return List.of(this);
    }

    @Override
    public List<Comparer> comparers() {
        return List.of(new Values());
    }

    private boolean firstOfItsLine(int record, int index) {
        for (int i = 0; i < index; i++) {
            if (table.national(column.value(record, i)) == table.national(column.value(record, index))) {
                return false;
            }
        }
        return true;
    }

    private int nationalTerm(int phone) {
        return table.size() + table.national(phone);
    }

    private final class Values extends BestOfValues {

        private final Likeness nationals = new Likeness(table.nationals());

        Values() {
            super(column);
        }

        @Override
        int valueLevel(int a, int b) {
            if (a == b) {
                return SAME;
            }
            int nationalA = table.national(a);
            int nationalB = table.national(b);
            if (nationalA == nationalB || nationals.sameEnd(nationalA, nationalB, LINE_DIGITS)) {
                return SAME_LINE;
            }
            if (digits.differ(nationalA, nationalB) > MOST_DIFFERING_DIGITS) {
                return DIFFERENT;
            }
            return switch (nationals.edits(nationalA, nationalB)) {
                case 1 -> ONE_DIGIT;
                case 2 -> TWO_DIGITS;
                default -> DIFFERENT;
            };
        }

        @Override
        int term(int value, int level) {
            return level == SAME ? value : nationalTerm(value);
        }
    }
}
