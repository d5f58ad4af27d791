package io.mergewell.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Names of organisations for comparing.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><th>name</th><th>comparable</th></tr>
 * <tr><td>The Acme Company, Inc.</td><td>acme</td></tr>
 * <tr><td>Müller &amp; Söhne GmbH &amp; Co. KG</td><td>muller and sohne</td></tr>
 * <tr><td>Rossi S.r.l. (Milano)</td><td>rossi</td></tr>
 * <tr><td>AG</td><td>ag</td></tr>
 * </table>
 */
public final class Organisations {

    private static final Set<String> FORMS = Resources.words("organisation-forms.txt");
    private static final Set<String> OPENINGS = Resources.words("organisation-openings.txt");
    private static final String AND = "and";
    private static final Set<String> ANDS = Set.of(NameWords.AND, "und", "et", "y", "e");

    private Organisations() {}

    /** The folded name without legal form and article; empty for a text without letters or digits, or a placeholder. */
    public static String of(String text) {
        String folded = Folding.fold(text);
        if (Placeholders.isPlaceholder(folded)) {
            return "";
        }
        List<String> words = withoutForms(words(folded));
        for (int i = 1; i < words.size() - 1; i++) {
            if (ANDS.contains(words.get(i))) {
                words.set(i, AND);
            }
        }
        String name = String.join(" ", words);
        return Placeholders.isPlaceholder(name) ? "" : name;
    }

    /** The words without their dots. Quotes stand around the name itself here, not around a nickname. */
    private static List<String> words(String folded) {
        List<String> words = new ArrayList<>();
        for (String word : NameWords.of(folded.replace('"', ' '))) {
            String bare = NameWords.bare(word);
            if (!bare.isEmpty() && !bare.equals(NameWords.COMMA)) {
                words.add(bare);
            }
        }
        return words;
    }

    private static List<String> withoutForms(List<String> words) {
        int start = 0;
        int end = words.size();
        while (start < end - 1 && isDroppable(OPENINGS, words.get(start))) {
            start++;
        }
        while (end > start + 1 && isDroppable(FORMS, words.get(end - 1))) {
            end--;
        }
        return words.subList(start, end);
    }

    private static boolean isDroppable(Set<String> list, String word) {
        return word.equals(AND) || word.equals(NameWords.AND) || list.contains(word);
    }
}
