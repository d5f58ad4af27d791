package io.mergewell.normalise;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a folded name. A word keeps the dots it was written with ({@code dr.}, {@code j.p.}), since they tell
 * titles and initials from names; apostrophes join ({@code oneil}); a comma is a word of its own, and so is {@code &}.
 */
final class NameWords {

    static final String COMMA = ",";
    static final String AND = "&";

    private final List<String> words = new ArrayList<>(4);
    private final StringBuilder word = new StringBuilder();

    private NameWords() {}

    /** The words of a folded text, without what stands in brackets or quotes beside a name. */
    static List<String> of(String folded) {
        if (Ascii.isLetters(folded)) {
            List<String> single = new ArrayList<>(2);
            single.add(folded);
            return single;
        }
        NameWords split = new NameWords();
        split.read(Asides.strip(folded));
        return split.words;
    }

    /** A word without its dots. */
    static String bare(String word) {
        return Ascii.without('.', word);
    }

    /** What is left of the words for comparing: no dots, signs or numbers, dotted initials one by one, Mc joined. */
    static List<String> cleaned(List<String> words) {
        List<String> clean = new ArrayList<>(words.size());
        for (String each : words) {
            if (each.indexOf('.') < 0) {
                addNamed(each, clean);
            } else if (isInitials(each)) {
                bare(each).chars().forEach(initial -> clean.add(Character.toString(initial)));
            } else {
                addNamed(bare(each), clean);
            }
        }
        return clean;
    }

    private static void addNamed(String word, List<String> clean) {
        if (word.isEmpty() || !Ascii.isLetterOrDigit(word.charAt(0)) || Ascii.isDigits(word)) {
            return;
        }
        int last = clean.size() - 1;
        if (last >= 0 && clean.get(last).equals("mc")) {
            clean.set(last, "mc" + word);
        } else {
            clean.add(word);
        }
    }

    /** Whether a dotted word is single letters only, as in {@code j.p.}. */
    static boolean isInitials(String word) {
        for (int i = 0; i < word.length(); i++) {
            if ((word.charAt(i) == '.') != (i % 2 == 1)) {
                return false;
            }
        }
        return word.length() > 1;
    }

    private void read(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Ascii.isLetterOrDigit(c) || (c == '.' && !word.isEmpty())) {
                word.append(c);
            } else if (c != '\'') {
                endWord();
                addSign(c);
            }
        }
        endWord();
    }

    private void addSign(char c) {
        if (c == ',' || c == ';') {
            words.add(COMMA);
        } else if (c == '&' || c == '+') {
            words.add(AND);
        }
    }

    private void endWord() {
        if (word.isEmpty()) {
            return;
        }
        String text = word.toString();
        word.setLength(0);
        int dot = text.indexOf('.');
        if (dot < 0 || dot == text.length() - 1 || isInitials(text) || Titles.isTitle(text)) {
            words.add(text);
        } else if (CompanyNames.isForm(text)) {
            words.add(bare(text) + '.');
        } else {
            addParts(text);
        }
    }

    /** {@code dr.smith} is two words that somebody wrote without a space. */
    private void addParts(String text) {
        int from = 0;
        while (from < text.length()) {
            int dot = text.indexOf('.', from);
            int to = dot < 0 ? text.length() : dot;
            if (to > from) {
                words.add(dot < 0 ? text.substring(from) : text.substring(from, dot + 1));
            }
            from = to + 1;
        }
    }
}
