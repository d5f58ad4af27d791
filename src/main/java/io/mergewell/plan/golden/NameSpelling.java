package io.mergewell.plan.golden;

import io.mergewell.normalise.NameForm;
import io.mergewell.normalise.Nicknames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Whether a name that goes would be missed. Case, accents, signs, titles, the order of the words, initials and nicknames
 * make no difference; a letter more or less does, because then one of the two is misspelt, and so does a word more.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><th>kept</th><th>goes</th><th>held</th></tr>
 * <tr><td>Zoë Müller-Smith</td><td>MULLER SMITH, Zoe</td><td>yes</td></tr>
 * <tr><td>Sarah Brown</td><td>S. Brown</td><td>yes</td></tr>
 * <tr><td>William Smith</td><td>Bill Smith</td><td>yes</td></tr>
 * <tr><td>Sarah Bown</td><td>Sarah Brown</td><td>no</td></tr>
 * <tr><td>S. Brown</td><td>Sarah Brown</td><td>no</td></tr>
 * </table>
 */
public final class NameSpelling {

    private NameSpelling() {}

    /** Whether a name that is kept says what another says. */
    public static boolean holds(NameForm kept, NameForm other) {
        List<String> words = words(kept);
        List<String> missing = words(other);
        takeOut(missing, words, String::equals);
        takeOut(missing, words, (word, whole) -> word.length() == 1 && whole.startsWith(word));
        takeOut(missing, words, Nicknames::same);
        return missing.isEmpty() || String.join("", missing).equals(String.join("", words));
    }

    private static List<String> words(NameForm name) {
        return new ArrayList<>(
                Stream.concat(name.given().stream(), name.family().stream()).toList());
    }

    /** Takes each word out together with one that says the same. */
    private static void takeOut(List<String> missing, List<String> words, BiPredicate<String, String> same) {
        missing.removeIf(word -> words.stream()
                .filter(candidate -> same.test(word, candidate))
                .findFirst()
                .map(words::remove)
                .orElse(false));
    }
}
