package io.mergewell.match.comparison;

import io.mergewell.match.Part;
import io.mergewell.match.corpus.Corpus;
import io.mergewell.match.corpus.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All comparisons of a corpus, in a fixed order: names, e-mail, phone, then the other fields. */
public final class Comparisons {

    /** The place of given names in {@link #all}. */
    public static final int GIVEN_NAME = 0;

    /** The place of family names in {@link #all}. */
    public static final int FAMILY_NAME = 1;

    /** The place of the order of names in {@link #all}. */
    static final int NAME_ORDER = 2;

    /** How many of the first places belong to the name. */
    public static final int NAME_PLACES = 3;

    private final NameComparisons name;
    private final List<FieldComparisons> others;
    private final List<Comparison> all;
    private final List<String> leftOut;

    private Comparisons(NameComparisons name, List<FieldComparisons> others, List<String> leftOut) {
        this.name = name;
        this.others = List.copyOf(others);
        this.leftOut = List.copyOf(leftOut);
        all = Stream.concat(Stream.of(name), others.stream())
                .flatMap(field -> field.comparisons().stream())
                .toList();
    }

    /**
     * The comparisons of the fields that hold a value anywhere.
     *
     * @param without parts of comparing that are left out
     */
    public static Comparisons of(Corpus corpus, Set<Part> without) {
        List<FieldComparisons> candidates = new ArrayList<>();
        if (!corpus.emails().isEmpty()) {
            candidates.add(new EmailComparison(corpus));
        }
        if (!corpus.phones().isEmpty()) {
            candidates.add(new PhoneComparison(corpus.phones(), corpus.numbers()));
        }
        corpus.fields().forEach(field -> candidates.add(comparison(field)));
        int fitting = fitting(candidates);
        return new Comparisons(
                new NameComparisons(corpus, without),
                candidates.subList(0, fitting),
                candidates.subList(fitting, candidates.size()).stream()
                        .flatMap(field -> field.comparisons().stream())
                        .map(Comparison::field)
                        .toList());
    }

    /** Their number is at most {@link LevelVector#SLOTS}. */
    public List<Comparison> all() {
        return all;
    }

    /** Whether names of a level are one name: the same, a nickname or a part of the other, but no likeness. */
    public static boolean isSameName(int level) {
        return level > 0 && level <= NameLevels.SUBSET;
    }

    /** Whether names of a level have the same letters. */
    public static boolean isSameSpelling(int level) {
        return level > 0 && level <= NameLevels.SAME_TOKENS;
    }

    /** Whether one of two names of a level may be the other misspelt. */
    public static boolean isMisspeltName(int level) {
        return level > NameLevels.SUBSET && level <= NameLevels.NEAR;
    }

    /** Fields that take no part because there are more than {@link LevelVector#SLOTS}. */
    public List<String> leftOut() {
        return leftOut;
    }

    /** A comparer of whole records, for one thread. */
    public PairComparer comparer() {
        return new PairComparer(name, others);
    }

    private static FieldComparisons comparison(Field field) {
        if (field instanceof Field.Words words) {
            return new WordsComparison(words);
        }
        if (field instanceof Field.Code code) {
            return new CodeComparison(code);
        }
        return new DayComparison((Field.Day) field);
    }

    /** How many of the fields have room beside the name. */
    private static int fitting(List<FieldComparisons> fields) {
        int slots = NAME_PLACES;
        for (int i = 0; i < fields.size(); i++) {
            slots += fields.get(i).comparisons().size();
            if (slots > LevelVector.SLOTS) {
                return i;
            }
        }
        return fields.size();
    }
}
