package io.mergewell.normalise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Street lines for comparing: the words that one writer abbreviates and another does not are unified.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><th>text</th><th>tokens</th></tr>
 * <tr><td>123 North Main Street, Apartment 4</td><td>123 n main st apt 4</td></tr>
 * <tr><td>Hauptstraße 5 a, Hauptstr. 5a</td><td>haupt st 5a</td></tr>
 * <tr><td>P.za Garibaldi 3</td><td>piazza garibaldi 3</td></tr>
 * <tr><td>P.O. Box 12, Postfach 12</td><td>pobox 12</td></tr>
 * </table>
 */
public final class Streets {

    private static final Map<String, String> UNIFIED = unified();
    private static final List<String> STREET_ENDINGS = List.of("strasse", "straat", "str");
    private static final String STREET = "st";

    private Streets() {}

    /** The unified words in their order; empty for a text without letters or digits, or for a placeholder. */
    public static List<String> tokens(String text) {
        String folded = Folding.fold(text);
        if (Placeholders.isPlaceholder(folded)) {
            return List.of();
        }
        List<String> tokens = new ArrayList<>(6);
        int from = 0;
        for (int i = 0; i <= folded.length(); i++) {
            if (i == folded.length() || !isPart(folded.charAt(i))) {
                addWord(folded.substring(from, i), tokens);
                from = i + 1;
            }
        }
        joinHouseLetter(tokens);
        return List.copyOf(tokens);
    }

    private static boolean isPart(char c) {
        return Ascii.isLetterOrDigit(c) || c == '.' || c == '\'';
    }

    private static void addWord(String written, List<String> tokens) {
        String word = Ascii.without('\'', written);
        int dot = word.indexOf('.');
        String whole = dot < 0 ? word : NameWords.bare(word);
        if (whole.isEmpty()) {
            return;
        }
        if (dot < 0 || dot == word.length() - 1 || UNIFIED.containsKey(whole)) {
            addPlain(whole, tokens);
            return;
        }
        for (int from = 0; from < word.length(); from = dot + 1) {
            dot = word.indexOf('.', from) < 0 ? word.length() : word.indexOf('.', from);
            if (dot > from) {
                addPlain(word.substring(from, dot), tokens);
            }
        }
    }

    private static void addPlain(String word, List<String> tokens) {
        String unified = UNIFIED.get(word);
        if (unified != null) {
            addUnified(unified, tokens);
        } else {
            addCompound(word, tokens);
        }
    }

    /** An empty unified word says nothing, such as the "No." before a house number. */
    private static void addUnified(String unified, List<String> tokens) {
        boolean box = unified.equals("box")
                && !tokens.isEmpty()
                && tokens.get(tokens.size() - 1).equals("po");
        if (box) {
            tokens.set(tokens.size() - 1, "pobox");
        } else if (!unified.isEmpty()) {
            tokens.add(unified);
        }
    }

    /** Germans and Dutch write the street's kind into its name, in full or not. */
    private static void addCompound(String word, List<String> tokens) {
        for (String ending : STREET_ENDINGS) {
            int stem = word.length() - ending.length();
            if (stem >= 3 && word.endsWith(ending)) {
                tokens.add(word.substring(0, stem));
                tokens.add(STREET);
                return;
            }
        }
        tokens.add(word);
    }

    /** {@code 5 a} at the end is {@code 5a}. */
    private static void joinHouseLetter(List<String> tokens) {
        int last = tokens.size() - 1;
        if (last >= 2 && tokens.get(last).length() == 1 && Ascii.isDigits(tokens.get(last - 1))) {
            String letter = tokens.get(last);
            if (Ascii.isLetters(letter)) {
                tokens.remove(last);
                tokens.set(last - 1, tokens.get(last - 1) + letter);
            }
        }
    }

    private static Map<String, String> unified() {
        Map<String, String> unified = new HashMap<>();
        for (String line : Resources.lines("street-words.txt")) {
            int colon = line.indexOf(':');
            String target = line.substring(0, colon).strip();
            for (String word : Resources.wordsOf(line.substring(colon + 1))) {
                unified.put(word, target.equals("-") ? "" : target);
            }
        }
        return unified;
    }
}
