package io.mergewell.normalise;

import java.nio.charset.StandardCharsets;

/**
 * Text of any script as lower-case ASCII, for comparing.
 *
 * <p>Compatibility forms are unified (NFKC), zero-width and control characters dropped, every script is written in
 * Latin letters (ICU, {@code Any-Latin; Latin-ASCII}; Cyrillic and Greek as passports write them), what cannot be
 * written so (emoji) becomes a space, and white space is collapsed and stripped.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><th>text</th><th>folded</th></tr>
 * <tr><td>{@code  MÜLLER, Jörg }</td><td>{@code muller, jorg}</td></tr>
 * <tr><td>{@code Straße}</td><td>{@code strasse}</td></tr>
 * <tr><td>{@code Юрий Жуков}</td><td>{@code yury zhukov}</td></tr>
 * <tr><td>{@code 王建国}</td><td>{@code wang jian guo}</td></tr>
 * </table>
 */
public final class Folding {

    private static final int NEVER = -1;
    private static final char DELETE = 0x7f;

    private Folding() {}

    /**
     * Folds a text. Pure, thread-safe and idempotent; a text that is folded already comes back as the same object.
     *
     * @param text anything, unpaired surrogates included
     * @return printable ASCII without capitals, without white space at the ends or twice in a row; may be empty
     */
    public static String fold(String text) {
        int unfolded = firstUnfolded(text);
        if (unfolded == NEVER) {
            return text;
        }
        return isAscii(text, unfolded) ? collapse(text) : collapse(Romanisation.romanise(text));
    }

    private static int firstUnfolded(String text) {
        char previous = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= DELETE || c < ' ' || isCapital(c) || (c == ' ' && previous == ' ')) {
                return i;
            }
            previous = c;
        }
        return previous == ' ' && !text.isEmpty() ? text.length() - 1 : NEVER;
    }

    private static boolean isAscii(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) > DELETE) {
                return false;
            }
        }
        return true;
    }

    /** The last step of every way: capitals lowered, white space collapsed, all else that is not ASCII a space. */
    private static String collapse(String text) {
        byte[] folded = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c < DELETE) {
                folded[length++] = (byte) (isCapital(c) ? c + ('a' - 'A') : c);
            } else if (isSpace(c) && length > 0 && folded[length - 1] != ' ') {
                folded[length++] = ' ';
            }
        }
        int end = length > 0 && folded[length - 1] == ' ' ? length - 1 : length;
        return new String(folded, 0, end, StandardCharsets.ISO_8859_1);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c > DELETE || (c >= '\t' && c <= '\r');
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
