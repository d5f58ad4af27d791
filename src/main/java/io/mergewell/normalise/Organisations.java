package io.mergewell.normalise;

import java.util.ArrayList;
import java.util.List;

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

    private static final WordList FORMS = WordList.of("organisation-forms.txt");
    private static final String AND = "and";

    private Organisations() {}

    /** The folded name without legal form and article; empty for a text without letters or digits, or a placeholder. */
    public static String of(String text) {
        String folded = Folding.fold(text);
        if (Placeholders.isPlaceholder(folded)) {
            return "";
        }
        List<String> words = new ArrayList<>();
        for (String word : NameWords.of(folded)) {
            if (!word.equals(NameWords.COMMA)) {
                words.add(isAnd(word) ? AND : word);
            }
        }
        return String.join(" ", withoutForms(words));
    }

    private static boolean isAnd(String word) {
        return word.equals(NameWords.AND)
                || word.equals("und")
                || word.equals("et")
                || word.equals("y")
                || word.equals("e");
    }

    private static List<String> withoutForms(List<String> words) {
        int start = words.size() > 1 && words.get(0).equals("the") ? 1 : 0;
        int end = words.size();
        while (end > start + 1 && isDroppable(words.get(end - 1))) {
            end--;
        }
        List<String> kept = new ArrayList<>(end - start);
        for (String word : words.subList(start, end)) {
            String bare = NameWords.bare(word);
            if (!bare.isEmpty()) {
                kept.add(bare);
            }
        }
        return kept;
    }

    private static boolean isDroppable(String word) {
        return word.equals(AND) || FORMS.contains(word);
    }
}
