package io.mergewell.match.comparison;

import io.mergewell.match.FieldKind;
import io.mergewell.match.corpus.Column;
import io.mergewell.match.corpus.Field;
import io.mergewell.match.corpus.TextPool;
import java.util.List;
import java.util.function.IntConsumer;

/** Codes, which agree or not, and postcodes, which can be a typo or a street apart. Terms are the codes. */
final class CodeComparison implements Comparison, FieldComparisons {

    private static final int SAME = 1;

    private static final List<Level> CODE_LEVELS =
            List.of(new Level("the same", 0.90, 1), new Level("different", 0.10, 0));
    private static final List<Level> POSTCODE_LEVELS = List.of(
            new Level("the same", 0.70, 1),
            new Level("a typo apart", 0.10, 0.5),
            new Level("the same area", 0.05, 0),
            new Level("different", 0.15, 0));

    private final Field.Code code;
    private final Column column;

    CodeComparison(Field.Code code) {
        this.code = code;
        column = code.column();
    }

    @Override
    public String field() {
        return code.name();
    }

    @Override
    public List<Level> levels() {
        return isPostcode() ? POSTCODE_LEVELS : CODE_LEVELS;
    }

    @Override
    public int terms() {
        return code.values().size();
    }

    @Override
    public void terms(int record, IntConsumer term) {
        if (column.count(record) > 0) {
            term.accept(column.first(record));
        }
    }

    @Override
    public List<Comparison> comparisons() {
        return List.of(this);
    }

    @Override
    public Comparer comparer() {
        return new Codes();
    }

    private boolean isPostcode() {
        return code.kind() == FieldKind.POSTCODE;
    }

    private final class Codes extends BestOfValues {

        private static final int TYPO = 2;
        private static final int AREA = 3;

        private final TextPool values = code.values();
        private final Likeness likeness = new Likeness(values);

        Codes() {
            super(column);
        }

        @Override
        int valueLevel(int a, int b) {
            if (a == b) {
                return SAME;
            }
            return isPostcode() ? postcodeLevel(a, b) : CODE_LEVELS.size();
        }

        @Override
        int term(int value, int level) {
            return value;
        }

        private int postcodeLevel(int a, int b) {
            if (likeness.edits(a, b) == 1) {
                return TYPO;
            }
            int half = Math.min(values.length(a), values.length(b)) / 2;
            return half > 0 && likeness.commonPrefix(a, b) >= half ? AREA : POSTCODE_LEVELS.size();
        }
    }
}
