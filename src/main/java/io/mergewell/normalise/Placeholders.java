package io.mergewell.normalise;

import java.util.Set;

/**
 * Texts that fill a field without saying anything.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><th>folded text</th><th>placeholder</th></tr>
 * <tr><td>{@code n/a}, {@code unknown}, {@code keine angabe}</td><td>yes: listed</td></tr>
 * <tr><td>{@code -}, {@code ???}</td><td>yes: neither letter nor digit</td></tr>
 * <tr><td>{@code xxx}, {@code 0000}</td><td>yes: one letter, or zero, again and again</td></tr>
 * <tr><td>{@code 111 main street}, {@code bo}</td><td>no</td></tr>
 * </table>
 */
public final class Placeholders {

    private static final Set<String> LISTED = Resources.phrases("placeholders.txt");
    private static final int LONGEST = 24;
    private static final int REPEATED = 3;

    private Placeholders() {}

    /**
     * Whether a text says nothing, in any field.
     *
     * @param folded as {@link Folding#fold} returns it; an empty text is not a placeholder but absent
     */
    public static boolean isPlaceholder(String folded) {
        return !folded.isEmpty()
                && (isRepetition(folded)
                        || !hasLetterOrDigit(folded)
                        || (folded.length() <= LONGEST && LISTED.contains(folded)));
    }

    private static boolean isRepetition(String text) {
        char first = text.charAt(0);
        if (text.length() < REPEATED || (Ascii.isDigit(first) && first != '0')) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) != first) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasLetterOrDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Ascii.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
