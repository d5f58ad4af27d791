package io.mergewell.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which words of a name are given and which are family.
 *
 * @param given cleaned, in their order
 * @param family cleaned, in their order
 */
record NameOrder(List<String> given, List<String> family) {

    private static final Set<String> PARTICLES = Resources.words("particles.txt");
    private static final Set<String> OPENERS = Resources.words("family-openers.txt");

    /**
     * Splits a name written in its natural order: the last word is the family name, with the particles before it. Two
     * trailing initials say that the family name stands first ({@code smith j.p.}).
     *
     * @param words cleaned
     * @param titled whether a title stood before the name; a lone word then is a family name, else a given one
     */
    static NameOrder natural(List<String> words, boolean titled) {
        int size = words.size();
        if (size < 2) {
            return titled ? new NameOrder(List.of(), words) : new NameOrder(words, List.of());
        }
        if (OPENERS.contains(words.get(0))) {
            return new NameOrder(List.of(), words);
        }
        if (size > 2 && isInitials(words.subList(1, size)) && words.get(0).length() > 1) {
            return new NameOrder(words.subList(1, size), words.subList(0, 1));
        }
        int start = size - 1 - particlesBefore(words, size - 1);
        return new NameOrder(words.subList(0, start), words.subList(start, size));
    }

    /** The parts of two fields: particles go to the family name, and what stands in both fields stays in its own. */
    static NameOrder parts(List<String> given, List<String> family) {
        int size = given.size();
        if (size > family.size() && !family.isEmpty() && endsWith(given, family)) {
            return parts(given.subList(0, size - family.size()), family);
        }
        if (family.size() > size && size > 0 && family.subList(0, size).equals(given)) {
            return parts(given, family.subList(size, family.size()));
        }
        int particles = particlesBefore(given, size);
        if (particles == 0 || family.isEmpty()) {
            return new NameOrder(given, family);
        }
        List<String> whole = new ArrayList<>(given.subList(size - particles, size));
        whole.addAll(family);
        return new NameOrder(given.subList(0, size - particles), whole);
    }

    /** How many particles stand before a place; the first word is a name in any case. */
    private static int particlesBefore(List<String> words, int place) {
        int start = place;
        while (start > 1 && PARTICLES.contains(words.get(start - 1))) {
            start--;
        }
        return place - start;
    }

    private static boolean endsWith(List<String> words, List<String> ending) {
        return words.subList(words.size() - ending.size(), words.size()).equals(ending);
    }

    private static boolean isInitials(List<String> words) {
        for (String word : words) {
            if (word.length() > 1) {
                return false;
            }
        }
        return true;
    }
}
