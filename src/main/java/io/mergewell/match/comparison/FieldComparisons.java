package io.mergewell.match.comparison;

import java.util.List;

/** The comparisons of one field. A name has several, which look at the same alignment; other fields have one. */
interface FieldComparisons {

    List<Comparison> comparisons();

    /** A comparer of all of them, for one thread. */
    Comparer comparer();
}
