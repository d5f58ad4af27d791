package io.mergewell.normalise;

import com.ibm.icu.text.Transliterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * ICU's rules for one way to read the world's scripts. They are slow and lock themselves while they work, so that the
 * first words that come by are remembered; names repeat.
 */
final class ScriptRules {

    private static final int MOST_KNOWN = 50_000;
    private static final int LONGEST_KNOWN = 32;

    /** ICU replaces in place, which takes the square of the length: longer texts go piece by piece. */
    private static final int PIECE = 512;

    private final Transliterator rules;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    /**
     * The rules with some for one language put first.
     *
     * @param language ICU transform rules, may be empty
     */
    ScriptRules(String language) {
        String all = Resources.text("folding-first.rules")
                + language
                + Resources.text("folding-cyrillic.rules")
                + Resources.text("folding-last.rules");
        rules = Transliterator.createFromRules("Folding", all, Transliterator.FORWARD);
    }

    /**
     * A word in Latin letters. A letter that ICU cannot romanise becomes four letters that spell its code, so that equal
     * names stay equal; other signs stay.
     */
    String romanise(String word) {
        String latin = known.get(word);
        if (latin != null) {
            return latin;
        }
        String applied = apply(word);
        if (word.length() <= LONGEST_KNOWN && known.size() < MOST_KNOWN) {
            known.put(word, applied);
        }
        return applied;
    }

    /** The same for a text of any length, without looking it up. */
    String apply(String text) {
        if (text.length() <= PIECE) {
            return spelled(transliterated(text));
        }
        StringBuilder latin = new StringBuilder(text.length() * 2);
        int from = 0;
        while (from < text.length()) {
            int to = endOfPiece(text, from);
            latin.append(spelled(transliterated(text.substring(from, to))));
            from = to;
        }
        return latin.toString();
    }

    /**
     * ICU gives up on some texts ("Incomplete non-incremental transliteration": a rule of its own went round in circles).
     * Their halves are tried then, and a single sign on which it gives up stays as it is.
     */
    private String transliterated(String text) {
        try {
            return rules.transliterate(text);
        } catch (RuntimeException e) {
            int signs = text.codePointCount(0, text.length());
            if (signs <= 1) {
                return text;
            }
            int middle = text.offsetByCodePoints(0, signs / 2);
            return transliterated(text.substring(0, middle)) + transliterated(text.substring(middle));
        }
    }

    private static int endOfPiece(String text, int from) {
        int to = Math.min(text.length(), from + PIECE);
        return to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
    }

    private static String spelled(String latin) {
        StringBuilder text = new StringBuilder(latin.length());
        latin.codePoints().forEach(c -> {
            if (c < 0x80 || !isWritten(c)) {
                text.appendCodePoint(c);
            } else {
                Character.toString(c).chars().forEach(unit -> spell(unit, text));
            }
        });
        return text.toString();
    }

    private static boolean isWritten(int c) {
        int type = Character.getType(c);
        return Character.isLetter(c) || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static void spell(int unit, StringBuilder text) {
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append((char) ('a' + ((unit >> shift) & 0xf)));
        }
    }
}
