package io.mergewell.normalise;

import java.util.Set;

/** Words of one kind. An entry that ends in a dot only counts when the word was written with a dot. */
final class WordList {

    private final Set<String> words;

    private WordList(Set<String> words) {
        this.words = words;
    }

    /** The words of a resource beside this class. */
    static WordList of(String file) {
        return new WordList(Resources.words(file));
    }

    /** Whether a word is listed; {@code ph.d.} is looked up as {@code phd}. */
    boolean contains(String word) {
        if (word.indexOf('.') < 0) {
            return words.contains(word);
        }
        String bare = NameWords.bare(word);
        return words.contains(bare) || words.contains(bare + '.');
    }
}
