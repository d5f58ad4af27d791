package io.mergewell.match.comparison;

import io.mergewell.match.Part;
import io.mergewell.match.corpus.Column;
import io.mergewell.match.corpus.Corpus;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Three comparisons of a name: given names, family names, and whether the two had to be swapped to agree. People type
 * "Smith John" into forms that ask for "John Smith" so often that a swap must cost little.
 */
final class NameComparisons implements FieldComparisons {

    private static final List<Level> NAME_LEVELS = List.of(
            new Level("the same", 0.66, 1),
            new Level("the same, written otherwise", 0.02, 1),
            new Level("a nickname", 0.05, 0.5, false),
            new Level("part of the other", 0.04, 0.5),
            new Level("nearly the same", 0.09, 0.5),
            new Level("similar", 0.05, 0.25),
            new Level("somewhat alike", 0.04, 0),
            new Level("different", 0.05, 0));
    private static final List<Level> ORDER_LEVELS =
            List.of(new Level("in the same order", 0.9, 0), new Level("swapped", 0.1, 0));

    private final Corpus corpus;
    private final Set<Part> without;
    private final NameMakeup makeup;

    NameComparisons(Corpus corpus, Set<Part> without) {
        this.corpus = corpus;
        this.without = without;
        makeup = new NameMakeup(corpus.names(), without);
    }

    @Override
    public List<Comparison> comparisons() {
        return List.of(
                new NamePart("given name", corpus.given()), new NamePart("family name", corpus.family()), new Order());
    }

    @Override
    public NameAlignment comparer() {
        return new NameAlignment(corpus, makeup, without);
    }

    private final class NamePart implements Comparison {

        private final String field;
        private final Column column;

        NamePart(String field, Column column) {
            this.field = field;
            this.column = column;
        }

        @Override
        public String field() {
            return field;
        }

        @Override
        public List<Level> levels() {
            return NAME_LEVELS;
        }

        @Override
        public Object vocabulary() {
            return corpus.names();
        }

        @Override
        public int terms() {
            return corpus.names().size();
        }

        @Override
        public void terms(int record, IntConsumer term) {
            if (column.count(record) > 0) {
                term.accept(column.first(record));
            }
        }
    }

    private static final class Order implements Comparison {

        @Override
        public String field() {
            return "name order";
        }

        @Override
        public List<Level> levels() {
            return ORDER_LEVELS;
        }

        @Override
        public int terms() {
            return 0;
        }

        @Override
        public void terms(int record, IntConsumer term) {
            // An order has no values.
        }
    }
}
