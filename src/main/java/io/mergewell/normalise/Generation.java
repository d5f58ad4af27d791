package io.mergewell.normalise;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which bearer of a name within a family: a father and a son of one name are two persons. */
public enum Generation {
    NONE,
    SENIOR,
    JUNIOR,
    SECOND,
    THIRD,
    FOURTH;

    /** Written so, a suffix can be nothing else. */
    private static final Map<String, Generation> SUFFIXES = Map.ofEntries(
            Map.entry("sr", SENIOR),
            Map.entry("snr", SENIOR),
            Map.entry("sen.", SENIOR),
            Map.entry("jr", JUNIOR),
            Map.entry("jnr", JUNIOR),
            Map.entry("jun.", JUNIOR),
            Map.entry("ii", SECOND),
            Map.entry("2nd", SECOND),
            Map.entry("iii", THIRD),
            Map.entry("3rd", THIRD),
            Map.entry("iv", FOURTH),
            Map.entry("4th", FOURTH));

    /** These are names as well, so they count only where a family name is left without them. */
    private static final Map<String, Generation> NAMES = Map.ofEntries(
            Map.entry("senior", SENIOR),
            Map.entry("pere", SENIOR),
            Map.entry("junior", JUNIOR),
            Map.entry("filho", JUNIOR),
            Map.entry("pai", SENIOR),
            Map.entry("hijo", JUNIOR),
            Map.entry("fils", JUNIOR),
            Map.entry("neto", THIRD),
            Map.entry("nieto", THIRD));

    /** The generation a name's word stands for, if it can be nothing else; null if it is no such word. */
    static @Nullable Generation ofSuffix(String word) {
        Generation generation = SUFFIXES.get(word);
        return generation != null || !word.endsWith(".")
                ? generation
                : SUFFIXES.get(word.substring(0, word.length() - 1));
    }

    /** The generation a word may stand for behind a complete name; null if it is no such word. */
    static @Nullable Generation ofName(String word) {
        return NAMES.get(word);
    }
}
