package io.mergewell.normalise;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import org.jspecify.annotations.Nullable;

/**
 * Any script in Latin letters. Latin letters with accents, by far the most frequent, are looked up one by one; only
 * other scripts go through ICU.
 *
 * <p>ICU's transliterators may be shared between threads: a rule set locks itself while it works.
 */
final class Romanisation {

    /** Beyond Latin Extended Additional and General Punctuation nothing is worth a table. */
    private static final int TABLE_SIZE = 0x2070;

    private static final String UKRAINIAN_ONLY = "іїєґІЇЄҐ";

    private static final Transliterator EVERY_SCRIPT = transliterator("");
    private static final Transliterator UKRAINIAN = transliterator(Resources.text("folding-ukrainian.rules"));
    private static final @Nullable String[] TABLE = table();

    private Romanisation() {}

    /**
     * The text in Latin letters. A letter that ICU cannot romanise becomes four letters that spell its code, so that
     * equal names stay equal; other signs stay.
     */
    static String romanise(String text) {
        StringBuilder latin = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String one = c < TABLE_SIZE ? TABLE[c] : null;
            if (one == null) {
                return withRules(text);
            }
            latin.append(one);
        }
        return latin.toString();
    }

    /** The same by ICU alone, whatever the text. */
    static String withRules(String text) {
        return spelled(isUkrainian(text) ? UKRAINIAN.transliterate(text) : EVERY_SCRIPT.transliterate(text));
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

    private static boolean isUkrainian(String text) {
        return text.chars().anyMatch(c -> UKRAINIAN_ONLY.indexOf(c) >= 0);
    }

    private static Transliterator transliterator(String language) {
        String rules = Resources.text("folding-first.rules")
                + language
                + Resources.text("folding-cyrillic.rules")
                + Resources.text("folding-last.rules");
        return Transliterator.createFromRules("Folding", rules, Transliterator.FORWARD);
    }

    private static @Nullable String[] table() {
        @Nullable String[] table = new @Nullable String[TABLE_SIZE];
        for (int c = 0; c < TABLE_SIZE; c++) {
            table[c] = standsAlone(c) ? withRules(Character.toString(c)) : null;
        }
        return table;
    }

    /** Whether a character is romanised the same way whatever stands beside it. */
    private static boolean standsAlone(int c) {
        int script = UScript.getScript(c);
        int type = UCharacter.getType(c);
        boolean mark = type == UCharacterCategory.NON_SPACING_MARK
                || type == UCharacterCategory.ENCLOSING_MARK
                || type == UCharacterCategory.COMBINING_SPACING_MARK;
        return (script == UScript.LATIN || script == UScript.COMMON) && !mark;
    }
}
