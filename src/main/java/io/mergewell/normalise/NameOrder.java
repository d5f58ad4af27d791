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
        List<String> ownGiven = withoutTrailing(given, family);
        List<String> ownFamily = withoutLeading(family, ownGiven);
        int size = ownGiven.size();
        int particles = ownFamily.isEmpty() ? 0 : particlesBefore(ownGiven, size);
        if (particles == 0) {
            return new NameOrder(ownGiven, ownFamily);
        }
        List<String> whole = new ArrayList<>(ownGiven.subList(size - particles, size));
        whole.addAll(ownFamily);
        return new NameOrder(ownGiven.subList(0, size - particles), whole);
    }

    private static List<String> withoutTrailing(List<String> given, List<String> family) {
        int end = given.size();
        int length = family.size();
        while (length > 0 && end > length && given.subList(end - length, end).equals(family)) {
            end -= length;
        }
        return given.subList(0, end);
    }

    private static List<String> withoutLeading(List<String> family, List<String> given) {
        int start = 0;
        int length = given.size();
        while (length > 0
                && family.size() - start > length
                && family.subList(start, start + length).equals(given)) {
            start += length;
        }
        return family.subList(start, family.size());
    }

    /** How many particles stand before a place; the first word is a name in any case. */
    private static int particlesBefore(List<String> words, int place) {
        int start = place;
        while (start > 1 && PARTICLES.contains(words.get(start - 1))) {
            start--;
        }
        return place - start;
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
