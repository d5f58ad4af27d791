package io.mergewell.match.corpus;

import io.mergewell.match.FieldKind;
import io.mergewell.normalise.DateForm;
import io.mergewell.normalise.Dates;
import io.mergewell.person.Person;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A field with at most one value per person. */
sealed interface FieldIntake extends Intake {

    /** The values taken in so far. */
    Column.Builder column();

    /** The field with its records in the order given. */
    Field inOrder(int[] order, Cells cells);

    /** Words, by a function that gives the tokens of a person's value, none where there is no value. */
    record WordsIntake(String name, Function<Person, List<String>> tokens, TokenLists values, Column.Builder column)
            implements FieldIntake {

        WordsIntake(String name, Function<Person, List<String>> tokens) {
            this(name, tokens, new TokenLists(), new Column.Builder());
        }

        @Override
        public Runnable prepare(Person person) {
            List<String> form = tokens.apply(person);
            return () -> {
                if (!form.isEmpty()) {
                    column.add(values.intern(form));
                }
                column.endRecord();
            };
        }

        @Override
        public Field inOrder(int[] order, Cells cells) {
            return new Field.Words(name, column.inOrder(order, cells), values);
        }
    }

    /** A code, by a function that gives the comparable form of a person's value, empty where there is none. */
    record CodeIntake(
            String name, FieldKind kind, Function<Person, String> code, TextPool values, Column.Builder column)
            implements FieldIntake {

        CodeIntake(String name, FieldKind kind, Function<Person, String> code) {
            this(name, kind, code, new TextPool(), new Column.Builder());
        }

        @Override
        public Runnable prepare(Person person) {
            String form = code.apply(person);
            return () -> {
                if (!form.isEmpty()) {
                    column.add(values.intern(form));
                }
                column.endRecord();
            };
        }

        @Override
        public Field inOrder(int[] order, Cells cells) {
            return new Field.Code(name, column.inOrder(order, cells), values, kind);
        }
    }

    /** A day, by a function that gives a person's value as written. */
    record DayIntake(String name, Function<Person, @Nullable String> day, Column.Builder column)
            implements FieldIntake {

        DayIntake(String name, Function<Person, @Nullable String> day) {
            this(name, day, new Column.Builder());
        }

        @Override
        public Runnable prepare(Person person) {
            String written = day.apply(person);
            DateForm form = written == null ? null : Dates.of(written);
            return () -> {
                if (form != null) {
                    column.add(PackedDate.of(form));
                }
                column.endRecord();
            };
        }

        @Override
        public Field inOrder(int[] order, Cells cells) {
            return new Field.Day(name, column.inOrder(order, cells));
        }
    }
}
