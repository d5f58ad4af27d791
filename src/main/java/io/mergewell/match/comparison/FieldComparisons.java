package io.mergewell.match.comparison;

import io.mergewell.match.comparison.Comparison.Comparer;
import java.util.List;

/** The comparisons of one field. A name has several, which look at the same alignment; other fields have one. */
interface FieldComparisons {

    List<Comparison> comparisons();

    /** A comparer for each comparison, all for one thread. */
    List<Comparer> comparers();
}
