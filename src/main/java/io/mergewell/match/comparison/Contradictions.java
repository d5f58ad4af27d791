package io.mergewell.match.comparison;

import io.mergewell.match.FieldKind;
import io.mergewell.match.Part;
import io.mergewell.match.corpus.Column;
import io.mergewell.match.corpus.Corpus;
import io.mergewell.match.corpus.Field;
import io.mergewell.normalise.Generation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What keeps two records apart, however alike they are otherwise. Not safe for use by several threads.
 *
 * <p>A birth date that differs alone is only evidence: in some data a third of true duplicates have one.
 */
public final class Contradictions {

    private static final String BIRTH_AND_NAME = "different birth dates and given names";

    private final Corpus corpus;
    private final NameAlignment names;
    private final @Nullable Column birthDates;
    private final List<Column> uniqueIds;

    /** @param without parts of comparing that are left out */
    public Contradictions(Corpus corpus, Set<Part> without) {
        this.corpus = corpus;
        names = new NameComparisons(corpus, without).comparer();
        birthDates = corpus.fields().stream()
                .filter(field -> field instanceof Field.Day && field.name().equals("birth date"))
                .map(Field::column)
                .findFirst()
                .orElse(null);
        uniqueIds = corpus.fields().stream()
                .filter(field -> field instanceof Field.Code code && code.kind() == FieldKind.UNIQUE)
                .map(Field::column)
                .toList();
    }

    /** Why two records alone cannot be one human being, as words; null if nothing says so. */
    public @Nullable String between(int a, int b) {
        String absolute = absolute(a, b);
        return absolute != null ? absolute : birthDatesDiffer(a, b) && givenNamesDiffer(a, b) ? BIRTH_AND_NAME : null;
    }

    /**
     * Why two sets of records cannot be one human being, as words; null if nothing says so. Different birth dates
     * together with different given names keep two sets apart unless some record of one has the birth date or the given
     * name of one of the other: then the sets themselves show which entry was wrong.
     */
    public @Nullable String between(List<Integer> some, List<Integer> others) {
        boolean birthDatesMeet = false;
        boolean givenNamesMeet = false;
        boolean contradicting = false;
        for (int a : some) {
            for (int b : others) {
                String absolute = absolute(a, b);
                if (absolute != null) {
                    return absolute;
                }
                boolean birthDatesDiffer = birthDatesDiffer(a, b);
                boolean givenNamesDiffer = givenNamesDiffer(a, b);
                contradicting |= birthDatesDiffer && givenNamesDiffer;
                birthDatesMeet |= !birthDatesDiffer && comparable(a, b);
                givenNamesMeet |= givenNamesAgree(a, b);
            }
        }
        return contradicting && !birthDatesMeet && !givenNamesMeet ? BIRTH_AND_NAME : null;
    }

    private @Nullable String absolute(int a, int b) {
        if (differ(corpus.generations().of(a), corpus.generations().of(b))) {
            return "different generations (Jr, Sr, III)";
        }
        for (Column ids : uniqueIds) {
            if (ids.count(a) > 0 && ids.count(b) > 0 && ids.first(a) != ids.first(b)) {
                return "different unique ids";
            }
        }
        return null;
    }

    private boolean comparable(int a, int b) {
        return birthDates != null
                && birthDates.count(a) > 0
                && birthDates.count(b) > 0
                && DayLevels.isWhole(birthDates.first(a))
                && DayLevels.isWhole(birthDates.first(b));
    }

    private boolean birthDatesDiffer(int a, int b) {
        return birthDates != null
                && comparable(a, b)
                && DayLevels.of(birthDates.first(a), birthDates.first(b)) > DayLevels.TWO_DIGITS_OR_MONTH;
    }

    private boolean givenNamesDiffer(int a, int b) {
        names.align(a, b);
        return names.givenLevel() == NameLevels.DIFFERENT;
    }

    private boolean givenNamesAgree(int a, int b) {
        names.align(a, b);
        return names.givenLevel() > 0 && names.givenLevel() != NameLevels.DIFFERENT;
    }

    private static boolean differ(Generation one, Generation other) {
        return one != other && one != Generation.NONE && other != Generation.NONE;
    }
}
