package io.mergewell.review.words;

import io.mergewell.match.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which comparisons a reader is told. */
public final class Reasons {

    private static final String ORDER = "name order";
    private static final String USUAL_ORDER = "in the same order";
    private static final List<String> NAMES = List.of("given name", "family name");

    private Reasons() {}

    /**
     * The comparisons without the one that goes without saying: that first and last name are in the order of the other's
     * is told only if they are not. What it weighs goes to the strongest of the names, so that the sum is the same.
     *
     * @param evidence in any order; so is what comes back
     */
    public static List<Evidence> told(List<Evidence> evidence) {
        List<Evidence> told = new ArrayList<>(evidence);
        OptionalInt name = IntStream.range(0, evidence.size())
                .filter(i -> NAMES.contains(evidence.get(i).field()))
                .findFirst();
        name.ifPresent(at -> evidence.stream()
                .filter(Reasons::goesWithoutSaying)
                .forEach(order -> told.set(at, plus(told.get(at), order.bits()))));
        if (name.isPresent()) {
            told.removeIf(Reasons::goesWithoutSaying);
        }
        return List.copyOf(told);
    }

    /** What is told, in one line, such as {@code e-mail the same (+13.2); birth date differs (-3.0)}. */
    public static String text(List<Evidence> evidence) {
        return told(evidence).stream().map(Reasons::text).collect(Collectors.joining("; "));
    }

    private static String text(Evidence evidence) {
        // Adding zero turns a negative zero into a positive one.
        double bits = Math.round(evidence.bits() * 10) / 10.0 + 0.0;
        return evidence.field() + " " + evidence.level() + String.format(Locale.ROOT, " (%+.1f)", bits);
    }

    private static boolean goesWithoutSaying(Evidence evidence) {
        return evidence.field().equals(ORDER) && evidence.level().equals(USUAL_ORDER);
    }

    private static Evidence plus(Evidence evidence, double bits) {
        return new Evidence(evidence.field(), evidence.level(), evidence.bits() + bits);
    }
}
