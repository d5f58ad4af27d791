package io.mergewell.plan.golden;

import io.mergewell.normalise.Folding;
import io.mergewell.normalise.Placeholders;
import io.mergewell.normalise.Slips;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * When two texts say the same, strictly: capitals and white space make no difference, accents and signs do. Stricter
 * than matching, because what counts as the same here is dropped.
 */
final class Spelling {

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]+");
    private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();
    private static final double LIKE_A_TYPO = 0.92;

    private Spelling() {}

    /** Two texts say the same if and only if their keys are equal. */
    static String key(String text) {
        if (isPlain(text)) {
            return text.toLowerCase(Locale.ROOT).strip();
        }
        String unified = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return WHITE_SPACE.matcher(unified).replaceAll(" ").strip();
    }

    /** What nearly all texts are, seen without a pattern: signs of ASCII with single spaces between them. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && i > 0 && text.charAt(i - 1) == ' ')) {
                return false;
            }
        }
        return true;
    }

    static boolean same(String one, String other) {
        return one.equals(other) || key(one).equals(key(other));
    }

    /** Whether two texts have the same numbers and nearly the same letters, as in Harbor Street and Harbour Street. */
    static boolean isTypo(String one, String other) {
        String folded = Folding.fold(one);
        String otherFolded = Folding.fold(other);
        return NOT_DIGITS
                        .matcher(folded)
                        .replaceAll(" ")
                        .equals(NOT_DIGITS.matcher(otherFolded).replaceAll(" "))
                && (LIKENESS.apply(folded, otherFolded) >= LIKE_A_TYPO
                        || LIKENESS.apply(glued(folded), glued(otherFolded)) >= LIKE_A_TYPO);
    }

    /** Whether two texts differ in one letter or digit, or two neighbours changed places. */
    static boolean isOneSlip(String one, String other) {
        return Slips.isOne(glued(Folding.fold(one)), glued(Folding.fold(other)));
    }

    private static String glued(String text) {
        return text.replace(" ", "");
    }

    /** Whether a text only fills a field, such as {@code n/a}. */
    static boolean saysNothing(String text) {
        return Placeholders.isPlaceholder(Folding.fold(text));
    }

    /**
     * Whether a name holds each word of another, in whatever order, or a longer word for its initial: {@code Smith,
     * William John} holds {@code William J. Smith}, but not {@code Bill Smith}.
     */
    static boolean nameHolds(String name, String other) {
        if (name.equals(other)) {
            return true;
        }
        List<String> words = words(name);
        List<String> missing = new ArrayList<>();
        for (String word : words(other)) {
            if (!words.remove(word)) {
                missing.add(word);
            }
        }
        return missing.stream().allMatch(word -> isInitial(word) && takeOneStartingWith(word, words));
    }

    private static boolean isInitial(String word) {
        return word.codePointCount(0, word.length()) == 1;
    }

    private static boolean takeOneStartingWith(String initial, List<String> words) {
        return words.stream()
                .filter(word -> word.startsWith(initial))
                .findFirst()
                .map(words::remove)
                .orElse(false);
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>(List.of(BETWEEN_WORDS.split(key(name))));
        words.removeIf(String::isEmpty);
        return words;
    }
}
