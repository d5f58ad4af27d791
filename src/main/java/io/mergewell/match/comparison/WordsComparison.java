package io.mergewell.match.comparison;

import com.carrotsearch.hppc.BitSet;
import io.mergewell.match.corpus.Column;
import io.mergewell.match.corpus.Field;
import io.mergewell.match.corpus.TextPool;
import io.mergewell.match.corpus.TokenLists;
import java.util.List;
import java.util.function.IntConsumer;

/** Streets, cities, organisations and other words. Terms are the whole texts. */
final class WordsComparison implements Comparison, FieldComparisons {

    private static final int SAME = 1;
    private static final int CLOSE = 2;
    private static final int NEAR = 3;
    private static final int LIKE = 4;
    private static final int FAINT = 5;
    private static final int DIFFERENT = 6;

    private static final double CLOSE_FROM = 0.85;
    private static final double NEAR_FROM = 0.70;
    private static final double LIKE_FROM = 0.50;
    private static final double FAINT_FROM = 0.30;
    private static final int SHORTEST_FOR_TYPO = 4;

    /** In texts shorter than this, one typo can change every bigram. */
    private static final int LONGEST_FOR_SURPRISE = 7;

    private static final List<Level> LEVELS = List.of(
            new Level("the same", 0.60, 1),
            new Level("nearly the same", 0.10, 0.5),
            new Level("similar", 0.06, 0.25),
            new Level("partly the same", 0.06, 0),
            new Level("faintly alike", 0.04, 0),
            new Level("different", 0.14, 0));

    private final String field;
    private final Column column;
    private final TokenLists values;
    private final Bigrams bigrams;

    /** Organisations of which only the id is known: another id is another organisation, a name says nothing. */
    private final BitSet ids = new BitSet();

    private final BitSet isLong = new BitSet();

    WordsComparison(Field.Words words) {
        field = words.name();
        column = words.column();
        values = words.values();
        TextPool texts = values.joined();
        bigrams = new Bigrams(texts);
        for (int text = 0; text < texts.size(); text++) {
            if (texts.length(text) > 0 && texts.bytes()[texts.start(text)] == '#') {
                ids.set(text);
            }
            if (texts.length(text) >= LONGEST_FOR_SURPRISE) {
                isLong.set(text);
            }
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
        return values.size();
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
        return new Texts();
    }

    private final class Texts extends BestOfValues {

        private final Likeness wholes = new Likeness(values.joined());
        private final LevelCache alike = new LevelCache();
        private final LevelCache.Levels compareAlike = this::compareAlike;

        Texts() {
            super(column);
        }

        @Override
        int valueLevel(int a, int b) {
            return a == b ? SAME : compare(a, b);
        }

        @Override
        int term(int value, int level) {
            return value;
        }

        private int compare(int a, int b) {
            if (ids.get(a) || ids.get(b)) {
                return ids.get(a) && ids.get(b) ? DIFFERENT : 0;
            }
            if (isLong.get(a) && isLong.get(b) && !bigrams.mayReach(FAINT_FROM, a, b)) {
                return DIFFERENT;
            }
            return alike.level(a, b, compareAlike);
        }

        private int compareAlike(int a, int b) {
            int shorter = Math.min(wholes.length(a), wholes.length(b));
            double likeness = bigrams.likeness(a, b);
            int level = likeness >= CLOSE_FROM
                    ? CLOSE
                    : likeness >= NEAR_FROM
                            ? NEAR
                            : likeness >= LIKE_FROM ? LIKE : likeness >= FAINT_FROM ? FAINT : DIFFERENT;
            boolean typo = level > CLOSE && shorter >= SHORTEST_FOR_TYPO && wholes.edits(a, b) == 1;
            return typo ? CLOSE : Math.max(level, numbersOrLettersDiffer(a, b) ? LIKE : SAME);
        }

        /** "12 Main St" and "14 Main St" look alike, but are neighbours; so do "Firm A" and "Firm B". */
        private boolean numbersOrLettersDiffer(int a, int b) {
            boolean anyA = false;
            boolean anyB = false;
            for (int i = 0; i < values.length(a); i++) {
                if (isNumberOrLetter(values.token(a, i))) {
                    anyA = true;
                    if (holds(b, values.token(a, i))) {
                        return false;
                    }
                }
            }
            for (int i = 0; i < values.length(b); i++) {
                anyB |= isNumberOrLetter(values.token(b, i));
            }
            return anyA && anyB;
        }

        private boolean holds(int list, int token) {
            for (int i = 0; i < values.length(list); i++) {
                if (values.token(list, i) == token) {
                    return true;
                }
            }
            return false;
        }

        private boolean isNumberOrLetter(int token) {
            byte first = values.tokens().bytes()[values.tokens().start(token)];
            return (first >= '0' && first <= '9') || values.tokens().length(token) == 1;
        }
    }
}
