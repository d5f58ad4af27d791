package io.mergewell.match.corpus;

import io.mergewell.match.FieldKind;
import io.mergewell.normalise.DateForm;
import io.mergewell.normalise.Dates;
import io.mergewell.person.Person;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A field with at most one value per person. */
sealed interface FieldIntake extends Intake {

    String name();

    /** The values taken in so far. */
    Column.Builder column();

    /** What its values are like by nature. */
    ColumnJudge.Nature nature();

    /** Whether values have parts that come more than once. */
    default boolean sharesParts() {
        return false;
    }

    /** The field with its records in the order given, and of its values those to keep. */
    Field inOrder(int[] order, Cells cells, IntPredicate kept);

    /**
     * Words.
     *
     * @param text what a person's record says, null for nothing
     * @param tokens of a person's value, none where there is no value
     */
    record WordsIntake(
            String name,
            Function<Person, @Nullable String> text,
            Function<Person, List<String>> tokens,
            TokenLists values,
            Column.Builder column)
            implements FieldIntake {

        WordsIntake(String name, Function<Person, @Nullable String> text, Function<Person, List<String>> tokens) {
            this(name, text, tokens, new TokenLists(), new Column.Builder());
        }

        @Override
        public Runnable prepare(Person person) {
            List<String> form = tokens.apply(person);
            boolean hasText = text.apply(person) != null;
            return () -> {
                if (!form.isEmpty()) {
                    column.add(values.intern(form));
                }
                column.endRecord(hasText);
            };
        }

        @Override
        public void renumber(int[] order) {
            values.renumber(Renumbering.of(values.size(), order, column));
        }

        @Override
        public ColumnJudge.Nature nature() {
            return ColumnJudge.Nature.WORDS;
        }

        @Override
        public boolean sharesParts() {
            return values.sharesTokens();
        }

        @Override
        public Field inOrder(int[] order, Cells cells, IntPredicate kept) {
            values.close();
            return new Field.Words(name, column.inOrder(order, cells, kept), values);
        }
    }

    /**
     * A code.
     *
     * @param text what a person's record says, null for nothing
     * @param code the comparable form of that, empty where it has none
     */
    record CodeIntake(
            String name,
            FieldKind kind,
            Function<Person, @Nullable String> text,
            UnaryOperator<String> code,
            TextPool values,
            Column.Builder column)
            implements FieldIntake {

        CodeIntake(String name, FieldKind kind, Function<Person, @Nullable String> text, UnaryOperator<String> code) {
            this(name, kind, text, code, new TextPool(), new Column.Builder());
        }

        @Override
        public Runnable prepare(Person person) {
            String written = text.apply(person);
            String form = written == null ? "" : code.apply(written);
            return () -> {
                if (!form.isEmpty()) {
                    column.add(values.intern(form));
                }
                column.endRecord(written != null);
            };
        }

        @Override
        public void renumber(int[] order) {
            values.renumber(Renumbering.of(values.size(), order, column));
        }

        @Override
        public ColumnJudge.Nature nature() {
            return switch (kind) {
                case UNIQUE -> ColumnJudge.Nature.ID;
                case POSTCODE -> ColumnJudge.Nature.PLACE;
                case EXACT, NUMBER, TEXT, DATE -> ColumnJudge.Nature.CODE;
            };
        }

        @Override
        public Field inOrder(int[] order, Cells cells, IntPredicate kept) {
            values.close();
            return new Field.Code(name, column.inOrder(order, cells, kept), values, kind);
        }
    }

    /** A day, by a function that gives a person's value as written. */
    record DayIntake(String name, Function<Person, @Nullable String> day, Column.Builder column)
            implements FieldIntake {

        /** Nobody whom a CRM knows was born before. */
        private static final int FIRST_YEAR = 1900;

        private static final int NO_YEAR = 9999;

        DayIntake(String name, Function<Person, @Nullable String> day) {
            this(name, day, new Column.Builder());
        }

        @Override
        public Runnable prepare(Person person) {
            String written = day.apply(person);
            DateForm form = written == null ? null : Dates.of(written);
            return () -> {
                if (form != null && !saysNothing(form)) {
                    column.add(PackedDate.of(form));
                }
                column.endRecord(written != null);
            };
        }

        /** Of 1 January 1971 the year may be right, of 1900-01-01 and 9999-12-31 nothing is. */
        private static boolean saysNothing(DateForm date) {
            return date.placeholder() && (date.year() <= FIRST_YEAR || date.year() == NO_YEAR);
        }

        /** Days are their own numbers. */
        @Override
        public void renumber(int[] order) {}

        @Override
        public ColumnJudge.Nature nature() {
            return ColumnJudge.Nature.OWN;
        }

        @Override
        public Field inOrder(int[] order, Cells cells, IntPredicate kept) {
            return new Field.Day(name, column.inOrder(order, cells, kept));
        }
    }
}
