package io.mergewell.store.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Texts of any length, each kept in as many rows as it needs. */
public final class Parts {

    /** Well below the million characters that H2 holds in one value. */
    private static final int LENGTH = 500_000;

    private Parts() {}

    /** A text cut into pieces, at least one. */
    public static List<String> of(String text) {
        List<String> parts = new ArrayList<>();
        for (int from = 0; from == 0 || from < text.length(); from += LENGTH) {
            parts.add(text.substring(from, Math.min(from + LENGTH, text.length())));
        }
        return parts;
    }

    /** One row: which text it is of, and its piece. */
    public record Part(long place, String text) {}

    /** The texts in the order of their places, from rows in the order of their parts. */
    public static List<String> joined(List<Part> parts) {
        SortedMap<Long, StringBuilder> texts = new TreeMap<>();
        for (Part part : parts) {
            texts.computeIfAbsent(part.place(), unused -> new StringBuilder()).append(part.text());
        }
        return texts.values().stream().map(StringBuilder::toString).toList();
    }
}
