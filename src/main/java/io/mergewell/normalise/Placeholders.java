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

    /** Three of these are nobody's abbreviation, as AAA and III are. */
    private static final String FILLERS = "xyz0";

    private static final int FILLER_RUN = 3;
    private static final int ANY_RUN = 4;

    private Placeholders() {}

    /**
     * Whether a text says nothing, in any field.
     *
     * @param folded as {@link Folding#fold} returns it; an empty text is not a placeholder but absent
     */
    public static boolean isPlaceholder(String folded) {
        if (folded.isEmpty()) {
            return false;
        }
        String core = core(folded);
        return core.isEmpty() || isRepetition(core) || isListed(folded) || isListed(core);
    }

    /** The text from its first to its last letter or digit. */
    private static String core(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && !Ascii.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        while (end > start && !Ascii.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isListed(String text) {
        return text.length() <= LONGEST && LISTED.contains(text);
    }

    private static boolean isRepetition(String text) {
        char first = text.charAt(0);
        int run = FILLERS.indexOf(first) >= 0 ? FILLER_RUN : ANY_RUN;
        if (text.length() < run || (Ascii.isDigit(first) && first != '0')) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) != first) {
                return false;
            }
        }
        return true;
    }
}
