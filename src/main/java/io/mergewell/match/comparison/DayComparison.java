package io.mergewell.match.comparison;

import com.carrotsearch.hppc.IntIntHashMap;
import io.mergewell.match.corpus.Column;
import io.mergewell.match.corpus.Field;
import java.util.List;
import java.util.function.IntConsumer;

/** Days such as birth dates. Terms are the days. A placeholder such as 1 January tells its year at the most. */
final class DayComparison implements Comparison, FieldComparisons {

    private static final List<Level> LEVELS = List.of(
            new Level("the same", 0.70, 1),
            new Level("a digit off, or day and month swapped", 0.12, 0.5),
            new Level("two of day, month and year the same", 0.06, 0),
            new Level("two digits off, or less than a month apart", 0.01, 0),
            new Level("the same year", 0.03, 0),
            new Level("less than ten years apart", 0.02, 0),
            new Level("day or month the same", 0.03, 0),
            new Level("different", 0.03, 0));

    private final String field;
    private final Column column;
    private final IntIntHashMap numbers = new IntIntHashMap();

    DayComparison(Field.Day day) {
        field = day.name();
        column = day.column();
        for (int record = 0; record < column.records(); record++) {
            column.forEach(record, date -> numbers.putIfAbsent(date, numbers.size()));
        }
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public List<Level> levels() {
        return LEVELS;
    }

    @Override
    public int terms() {
        return numbers.size();
    }

    @Override
    public void terms(int record, IntConsumer term) {
        if (column.count(record) > 0) {
            term.accept(numbers.get(column.first(record)));
        }
    }

    @Override
    public List<Comparison> comparisons() {
        return List.of(this);
    }

    @Override
    public Comparer comparer() {
        return new Days();
    }

    private final class Days implements Comparer {

        private int left = -1;
        private int right = -1;

        @Override
        public long levels(int a, int b) {
            left = column.first(a);
            right = column.first(b);
            return left < 0 || right < 0 ? 0 : DayLevels.of(left, right);
        }

        @Override
        public int leftTerm(int place) {
            return left < 0 ? -1 : numbers.get(left);
        }

        @Override
        public int rightTerm(int place) {
            return right < 0 ? -1 : numbers.get(right);
        }
    }
}
