package io.mergewell.plan.wording;

import io.mergewell.person.Organisation;
import io.mergewell.person.vocabulary.Vocabulary;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a plan says of a field, as {@code field: value} or {@code field: value kept, value dropped}. A value that reads
 * like two is taken for two, which changes nothing unless both are codes that have a name.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><td>{@code custom.5c1f…: 3}</td><td>{@code Source: Import}</td></tr>
 * <tr><td>{@code owner: 5 kept, 7 dropped}</td><td>{@code owner: Ada Berg (5) kept, Bo Lind (7) dropped}</td></tr>
 * <tr><td>{@code organisation: no. 431}</td><td>{@code organisation: Umbraflow (431)}</td></tr>
 * </table>
 */
record NamedSentence(Vocabulary vocabulary) {

    private static final String AFTER_FIELD = ": ";
    private static final Pattern CONFLICT = Pattern.compile("(.*) kept, (.*) dropped", Pattern.DOTALL);

    /** How a plan shows an organisation of which only the id is known; see {@link Organisation#display}. */
    private static final String NUMBERED = "no. ";

    String of(String sentence) {
        int end = sentence.indexOf(AFTER_FIELD);
        if (end < 0) {
            return vocabulary.mentioned(sentence);
        }
        String field = sentence.substring(0, end);
        return vocabulary.mentioned(field)
                + AFTER_FIELD
                + values(sentence.substring(end + AFTER_FIELD.length()), naming(field));
    }

    private UnaryOperator<String> naming(String field) {
        return switch (field) {
            case "label" -> vocabulary::label;
            case "owner" -> vocabulary::owner;
            case "organisation" -> this::organisation;
            default ->
                field.startsWith(Vocabulary.CUSTOM)
                        ? value -> vocabulary.value(field.substring(Vocabulary.CUSTOM.length()), value)
                        : UnaryOperator.identity();
        };
    }

    private static String values(String values, UnaryOperator<String> naming) {
        Matcher conflict = CONFLICT.matcher(values);
        return conflict.matches()
                ? naming.apply(conflict.group(1)) + " kept, " + naming.apply(conflict.group(2)) + " dropped"
                : naming.apply(values);
    }

    private String organisation(String shown) {
        return shown.startsWith(NUMBERED)
                ? vocabulary
                        .organisation(new Organisation(shown.substring(NUMBERED.length()), null))
                        .display()
                : shown;
    }
}
