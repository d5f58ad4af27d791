package io.mergewell.cli.jobfile;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The words of a job file for the constants of an enum: {@code most-linked} for {@code MOST_LINKED}. */
final class Words {

    private Words() {}

    static <E extends Enum<E>> Map<String, E> of(E[] constants) {
        Map<String, E> words = new TreeMap<>();
        for (E constant : constants) {
            words.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        return words;
    }
}
