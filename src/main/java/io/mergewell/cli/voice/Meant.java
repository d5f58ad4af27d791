package io.mergewell.cli.voice;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What somebody means who misspelt a word. */
public final class Meant {

    private Meant() {}

    /**
     * The most like of some words.
     *
     * @return empty if none is like it: more than one edit apart, and one more for each four letters
     */
    public static Optional<String> of(String word, Collection<String> known) {
        LevenshteinDistance distance = new LevenshteinDistance(1 + word.length() / 4);
        return known.stream()
                .filter(other -> distance.apply(other, word) >= 0)
                .min(Comparator.comparing((String other) -> distance.apply(other, word))
                        .thenComparing(other -> other));
    }
}
