package io.mergewell.match.comparison;

/** Compares one field of two records. Not safe for use by several threads. */
interface Comparer {

    /** The levels of the field's comparisons as in a {@link LevelVector}, the first one lowest: 0 without a value. */
    long levels(int a, int b);

    /**
     * The term of the first record that gave the last level; -1 if none did.
     *
     * @param place of the comparison within its field, from 0
     */
    int leftTerm(int place);

    /** The term of the second record; see {@link #leftTerm}. */
    int rightTerm(int place);
}
