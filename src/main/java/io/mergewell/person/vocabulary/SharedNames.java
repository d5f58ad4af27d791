package io.mergewell.person.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Tells apart what has the same name: each that shares its name gets as much of its code as it takes. */
final class SharedNames {

    /** Of a long code the beginning is enough, as of the 40 characters that Pipedrive gives to a field. */
    private static final int SHORT = 8;

    private SharedNames() {}

    /**
     * What is shown, by code.
     *
     * @param terms of one kind and field, each code once
     * @param taken names in lower case that mean something else already
     */
    static Map<String, String> apart(List<Term> terms, Set<String> taken) {
        SortedMap<String, List<Term>> byName = new TreeMap<>();
        terms.forEach(term -> byName.computeIfAbsent(lowerCase(term), name -> new ArrayList<>())
                .add(term));
        Map<String, String> shown = new TreeMap<>();
        byName.forEach((name, same) -> {
            boolean alone = same.size() == 1 && !taken.contains(name);
            int length = alone ? 0 : length(same);
            same.forEach(term -> shown.put(term.code(), alone ? term.name() : withCode(term, length)));
        });
        return shown;
    }

    /** How much of their codes tells them apart. */
    private static int length(List<Term> same) {
        int length = SHORT;
        while (same.stream().map(beginning(length)).distinct().count() < same.size()) {
            length++;
        }
        return length;
    }

    private static String withCode(Term term, int length) {
        return term.name() + " (" + beginning(length).apply(term) + ")";
    }

    private static Function<Term, String> beginning(int length) {
        return term -> term.code().substring(0, Math.min(length, term.code().length()));
    }

    private static String lowerCase(Term term) {
        return term.name().toLowerCase(Locale.ROOT);
    }
}
