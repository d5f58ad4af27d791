package io.mergewell.match.comparison;

import io.mergewell.match.corpus.Column;

/**
 * Compares fields that hold several values: the best pair of values decides, since a second e-mail address takes
 * nothing away from the first.
 */
abstract class BestOfValues implements Comparer {

    private static final int BEST = 1;

    private final Column column;
    private int left = -1;
    private int right = -1;
    private int level;

    BestOfValues(Column column) {
        this.column = column;
    }

    /** The level of two values, at least 1; 0 if they say nothing. */
    abstract int valueLevel(int a, int b);

    /** The term that counts when two values reached a level. */
    abstract int term(int value, int level);

    @Override
    public final long levels(int a, int b) {
        level = 0;
        left = -1;
        right = -1;
        int countA = column.count(a);
        int countB = column.count(b);
        for (int i = 0; i < countA && level != BEST; i++) {
            for (int j = 0; j < countB && level != BEST; j++) {
                compare(column.value(a, i), column.value(b, j));
            }
        }
        return level;
    }

    private void compare(int a, int b) {
        int found = valueLevel(a, b);
        if (found != 0 && (level == 0 || found < level)) {
            level = found;
            left = a;
            right = b;
        }
    }

    @Override
    public final int leftTerm(int place) {
        return left < 0 ? -1 : term(left, level);
    }

    @Override
    public final int rightTerm(int place) {
        return right < 0 ? -1 : term(right, level);
    }
}
