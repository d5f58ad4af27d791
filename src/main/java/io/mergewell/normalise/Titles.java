package io.mergewell.normalise;

import java.util.List;
import java.util.Set;

/** Honorifics before a name and degrees after it. */
final class Titles {

    private static final WordList HONORIFICS = WordList.of("honorifics.txt");
    private static final WordList POST_NOMINALS = WordList.of("post-nominals.txt");

    /** Two letters may be initials, so they are a degree only behind two words. */
    private static final int SHORT = 2;

    /** Degrees that are somebody's family name. */
    private static final Set<String> NAMES_TOO = Set.of("mba", "dba", "obe", "cbe", "mbe", "kbe", "dbe", "ret");

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
        String bare = NameWords.bare(word);
        boolean complete =
                before >= 2 || HONORIFICS.contains(word) || (bare.length() > SHORT && !NAMES_TOO.contains(bare));
        return complete && POST_NOMINALS.contains(word);
    }
}
