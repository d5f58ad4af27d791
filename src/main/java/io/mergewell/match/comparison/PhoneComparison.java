package io.mergewell.match.comparison;

import io.mergewell.match.corpus.Column;
import io.mergewell.match.corpus.PhoneTable;
import java.util.List;

/** Phone numbers. Terms are the numbers with their extension and, behind them, the national numbers. */
final class PhoneComparison extends ContactComparison {

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

    private final PhoneTable table;
    private final Digits digits;

    PhoneComparison(Column column, PhoneTable table) {
        super("phone", LEVELS, column, table.size(), table.nationals().size());
        this.table = table;
        digits = new Digits(table.nationals(), LINE_DIGITS);
    }

    @Override
    int part(int value) {
        return table.national(value);
    }

    @Override
    public Comparer comparer() {
        return new Values();
    }

    private final class Values extends BestContact {

        private final Likeness nationals = new Likeness(table.nationals());

        @Override
        int valueLevel(int a, int b) {
            if (a == b) {
                return SAME;
            }
            int nationalA = table.national(a);
            int nationalB = table.national(b);
            if (nationalA == nationalB || digits.sameEnd(nationalA, nationalB)) {
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
    }
}
