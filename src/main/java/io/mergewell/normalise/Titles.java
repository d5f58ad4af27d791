package io.mergewell.normalise;

import java.util.List;

/** Honorifics before a name and degrees after it. */
final class Titles {

    private static final WordList HONORIFICS = WordList.of("honorifics.txt");
    private static final WordList POST_NOMINALS = WordList.of("post-nominals.txt");

    /** Two letters may be initials, so they count as a degree only behind a complete name. */
    private static final int SHORT = 2;

    private Titles() {}

    /** Whether a word with inner dots is one title, such as {@code ph.d.} or {@code dott.ssa}. */
    static boolean isTitle(String word) {
        return HONORIFICS.contains(word) || POST_NOMINALS.contains(word);
    }

    /** Whether a word is a title that stands before a name. */
    static boolean isHonorific(String word) {
        return HONORIFICS.contains(word);
    }

    /**
     * Removes the titles before a name.
     *
     * @param keep how many words have to stay
     * @return whether there was any
     */
    static boolean stripLeading(List<String> words, int keep) {
        int count = 0;
        while (count < words.size() - keep && HONORIFICS.contains(words.get(count))) {
            count++;
        }
        words.subList(0, count).clear();
        return count > 0;
    }

    /** Removes the degrees after a name; one at least of its words stays. */
    static void stripTrailing(List<String> words) {
        int size = words.size();
        while (size > 1 && isPostNominal(words.get(size - 1), size - 1)) {
            size--;
        }
        words.subList(size, words.size()).clear();
    }

    /**
     * Whether a word is a degree.
     *
     * @param before how many words of the name stand before it
     */
    static boolean isPostNominal(String word, int before) {
        boolean complete = before >= 2 || NameWords.bare(word).length() > SHORT;
        return complete && POST_NOMINALS.contains(word);
    }
}
