package io.mergewell.normalise;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UScript;
import org.jspecify.annotations.Nullable;

/**
 * Any script in Latin letters, word by word. Latin letters with accents, by far the most frequent, are looked up one by
 * one; only other scripts go through ICU.
 */
final class Romanisation {

    /** Beyond Latin Extended Additional and General Punctuation nothing is worth a table. */
    private static final int TABLE_SIZE = 0x2070;

    private static final char FIRST_IDEOGRAPH = 0x3400;
    private static final char LAST_IDEOGRAPH = 0x9fff;
    private static final String UKRAINIAN_ONLY = "іїєґІЇЄҐ";

    static final ScriptRules EVERY_SCRIPT = new ScriptRules("");
    private static final ScriptRules UKRAINIAN = new ScriptRules(Resources.text("folding-ukrainian.rules"));
    private static final @Nullable String[] TABLE = table();

    private Romanisation() {}

    /** The text in Latin letters; signs that cannot be written so stay. */
    static String romanise(String text) {
        StringBuilder latin = new StringBuilder(text.length() + 8);
        return appendListed(text, 0, text.length(), latin) ? latin.toString() : wordByWord(text);
    }

    private static String wordByWord(String text) {
        ScriptRules rules = isUkrainian(text) ? UKRAINIAN : EVERY_SCRIPT;
        StringBuilder latin = new StringBuilder(text.length() * 2);
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ideograph = c >= FIRST_IDEOGRAPH && c <= LAST_IDEOGRAPH;
            if (c == ' ' || ideograph) {
                append(text, from, i, rules, latin);
                latin.append(' ').append(ideograph ? rules.romanise(Character.toString(c)) + ' ' : "");
                from = i + 1;
            }
        }
        append(text, from, text.length(), rules, latin);
        return latin.toString();
    }

    private static void append(String text, int from, int to, ScriptRules rules, StringBuilder latin) {
        int length = latin.length();
        if (!appendListed(text, from, to, latin)) {
            latin.setLength(length);
            latin.append(rules.romanise(text.substring(from, to)));
        }
    }

    /** Appends what stands in the table; false at the first character that does not. */
    private static boolean appendListed(String text, int from, int to, StringBuilder latin) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            String listed = c < TABLE_SIZE ? TABLE[c] : null;
            if (listed == null) {
                return false;
            }
            latin.append(listed);
        }
        return true;
    }

    private static boolean isUkrainian(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (UKRAINIAN_ONLY.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String[] table() {
        @Nullable String[] table = new @Nullable String[TABLE_SIZE];
        for (int c = 0; c < TABLE_SIZE; c++) {
            table[c] = standsAlone(c) ? EVERY_SCRIPT.apply(Character.toString(c)) : null;
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
