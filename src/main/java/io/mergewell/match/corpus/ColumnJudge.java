package io.mergewell.match.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Decides by the shape of a column which of its values are compared, and keeps a sentence where some are not. */
final class ColumnJudge {

    /** From this share of its values on, placeholders are worth a sentence. */
    private static final int ONE_PLACEHOLDER_IN = 100;

    private static final int FEWEST_PLACEHOLDERS = 100;

    /** What values of a column are like by nature. */
    enum Nature {
        /** Everybody may have one alone, such as a phone number or a birth date. */
        OWN,
        /** An id that the job calls unique. */
        ID,
        /** A code that several have. */
        CODE,
        /** A code for where people live: some live where many do, others alone. */
        PLACE,
        /** Words, of which some come often. */
        WORDS
    }

    private final List<String> notes = new ArrayList<>();

    /** Sentences for the summary, in the order the columns were judged. */
    List<String> notes() {
        return notes;
    }

    /** Which e-mail addresses or phone numbers take part. */
    IntPredicate ofContact(String field, Column.Builder column) {
        return judge(field, column, Nature.OWN, false, true).orElse(value -> false);
    }

    /**
     * Which values of a field take part; empty if none does.
     *
     * @param expected whether the job names the field, so that it should not be empty
     */
    Optional<IntPredicate> ofField(FieldIntake field, boolean expected) {
        return judge(field.name(), field.column(), field.nature(), expected, field.sharesParts());
    }

    private Optional<IntPredicate> judge(
            String field, Column.Builder column, Nature nature, boolean expected, boolean sharesParts) {
        ColumnShape shape = column.shape();
        if (shape.filled() == 0) {
            noteEmpty(field, column.written(), expected);
            return Optional.empty();
        }
        if (shape.constant()) {
            note(
                    "%s has one value in nearly all of the %,d records that fill it, so it was not compared.",
                    field, shape);
            return Optional.empty();
        }
        boolean neverAgrees = nature == Nature.CODE || (nature == Nature.WORDS && !sharesParts);
        if (shape.allDifferent() && neverAgrees) {
            note("%s has another value in each of the %,d records that fill it, so it was not compared.", field, shape);
            return Optional.empty();
        }
        notePlaceholders(field, column.written(), shape.filled());
        if (shape.allDifferent() && nature == Nature.ID) {
            note(
                    "%s, which the job calls unique, differs in each of the %,d records that fill it, so no two of them"
                            + " can be one person.",
                    field, shape);
        }
        boolean comesOften = nature == Nature.PLACE
                || nature == Nature.WORDS
                || shape.outOfProportion().isEmpty();
        return Optional.of(comesOften ? value -> true : withoutOutOfProportion(field, shape));
    }

    private IntPredicate withoutOutOfProportion(String field, ColumnShape shape) {
        int values = shape.outOfProportion().size();
        notes.add(format(
                "%s: %s out of all proportion, in %,d of %,d records, and %s taken for absent.",
                capitalised(field),
                values == 1 ? "one value is frequent" : format("%,d values are frequent", values),
                shape.outOfProportionRecords(),
                shape.filled(),
                values == 1 ? "was" : "were"));
        return value -> !shape.outOfProportion().contains(value);
    }

    private void noteEmpty(String field, long written, boolean expected) {
        if (written > 0) {
            notes.add(format(
                    "%s holds nothing but placeholders, or what cannot be read, in the %,d records that fill it, so it"
                            + " was not compared.",
                    capitalised(field), written));
        } else if (expected) {
            notes.add(format("%s is empty in every record, so it was not compared.", capitalised(field)));
        }
    }

    private void notePlaceholders(String field, long written, int filled) {
        long placeholders = written - filled;
        if (placeholders >= Math.max(FEWEST_PLACEHOLDERS, written / ONE_PLACEHOLDER_IN)) {
            notes.add(format(
                    "%s holds placeholders, or what cannot be read, in %,d of the %,d records that fill it; these count as"
                            + " absent.",
                    capitalised(field), placeholders, written));
        }
    }

    private void note(String sentence, String field, ColumnShape shape) {
        notes.add(format(sentence, capitalised(field), shape.filled()));
    }

    private static String capitalised(String field) {
        return field.startsWith("custom.")
                ? field
                : field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
