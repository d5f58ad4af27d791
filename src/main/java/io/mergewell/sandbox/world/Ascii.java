package io.mergewell.sandbox.world;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Map;

/** Latin letters without marks, as keyboards and mail servers of old took them. */
public final class Ascii {

    private static final Map<Character, String> WITHOUT_MARK = Map.ofEntries(
            Map.entry('ß', "ss"),
            Map.entry('ø', "o"),
            Map.entry('Ø', "O"),
            Map.entry('æ', "ae"),
            Map.entry('Æ', "Ae"),
            Map.entry('œ', "oe"),
            Map.entry('ł', "l"),
            Map.entry('Ł', "L"),
            Map.entry('ı', "i"),
            Map.entry('đ', "d"),
            Map.entry('’', "'"));

    private static final Map<Character, String> UMLAUTS =
            Map.of('ä', "ae", 'ö', "oe", 'ü', "ue", 'Ä', "Ae", 'Ö', "Oe", 'Ü', "Ue");

    private Ascii() {}

    /** Marks dropped: Müller becomes Muller, Łukasz Lukasz. Letters of other scripts stay. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        String decomposed = Normalizer.normalize(replaced(text, WITHOUT_MARK), Form.NFD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        decomposed
                .chars()
                .filter(letter -> Character.getType(letter) != Character.NON_SPACING_MARK)
                .forEach(letter -> plain.append((char) letter));
        return plain.toString();
    }

    /** As Germans write without umlauts: Müller becomes Mueller. */
    public static String withUmlautsSpelledOut(String text) {
        return isPlain(text) ? text : of(replaced(text, UMLAUTS));
    }

    /** Lower-case letters and digits; whatever is between them becomes the separator, and nothing at the ends. */
    static String joined(String ascii, String separator) {
        String lower = ascii.toLowerCase(Locale.ROOT);
        StringBuilder joined = new StringBuilder(lower.length());
        boolean gap = false;
        for (int i = 0; i < lower.length(); i++) {
            char letter = lower.charAt(i);
            boolean kept = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
            if (kept) {
                joined.append(gap && joined.length() > 0 ? separator : "").append(letter);
            }
            gap = !kept;
        }
        return joined.toString();
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(letter -> letter < 128);
    }

    private static String replaced(String text, Map<Character, String> replacements) {
        StringBuilder replaced = new StringBuilder(text.length());
        text.chars()
                .mapToObj(letter -> (char) letter)
                .forEach(letter -> replaced.append(replacements.getOrDefault(letter, String.valueOf(letter))));
        return replaced.toString();
    }
}
