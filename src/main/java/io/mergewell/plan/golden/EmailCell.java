package io.mergewell.plan.golden;

import io.mergewell.normalise.EmailForm;
import io.mergewell.normalise.Emails;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The addresses of a cell, each free of what people and programs put around it.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><th>cell</th><th>addresses</th></tr>
 * <tr><td>{@code Will@acme.com / mailto:w@x.org}</td><td>{@code Will@acme.com}, {@code w@x.org}</td></tr>
 * <tr><td>{@code Will Smith <will@acme.com>}</td><td>{@code will@acme.com}</td></tr>
 * <tr><td>{@code will@acme.com (private)}</td><td>{@code will@acme.com}, and the whole cell as a remark</td></tr>
 * <tr><td>{@code none}</td><td>the cell as it is</td></tr>
 * </table>
 */
final class EmailCell {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z},;/|<>()\\[\\]\"]+");
    private static final Pattern BEFORE = Pattern.compile("^[^@]*:");
    private static final Pattern QUERY = Pattern.compile("(?i)\\?subject=.*$");
    private static final Pattern SIGNS_AROUND = Pattern.compile("^[.,:;'`*! ]+|[.,:;'`*! ]+$");
    private static final Pattern SAYS_NOTHING =
            Pattern.compile("(?i)[^<>;|/]*<|\\b(?:mailto|e-?mails?|or|oder|and|und|et|ou|e|o|y)\\b");

    private EmailCell() {}

    static List<Contact> contacts(String cell) {
        List<EmailForm> forms = Emails.of(cell);
        if (forms.stream().noneMatch(EmailForm::valid)) {
            return List.of(Contact.asWritten(cell));
        }
        String text = cell.indexOf('@') < 0 ? cell.replace("(at)", "@").replace("[at]", "@") : cell;
        Map<String, EmailForm> pieces = pieces(text);
        Map<EmailForm, String> written = new HashMap<>();
        pieces.forEach((piece, form) -> written.putIfAbsent(form, piece));
        List<Contact> contacts = new ArrayList<>();
        for (EmailForm form : forms) {
            String value = clean(written.getOrDefault(form, form.address()), form);
            contacts.add(new Contact(value, List.of(key(form, value)), false));
        }
        if (saysMore(text, pieces.keySet())) {
            contacts.add(Contact.remark(cell));
        }
        return contacts;
    }

    /** What in the text, as it is written there, is which address. */
    private static Map<String, EmailForm> pieces(String text) {
        Map<String, EmailForm> pieces = new LinkedHashMap<>();
        SEPARATORS.splitAsStream(text).filter(piece -> piece.indexOf('@') >= 0).forEach(piece -> Emails.of(piece)
                .forEach(form -> pieces.put(piece, form)));
        return pieces;
    }

    private static String clean(String piece, EmailForm form) {
        String bare = QUERY.matcher(BEFORE.matcher(piece).replaceAll("")).replaceAll("");
        String clean = SIGNS_AROUND.matcher(bare).replaceAll("");
        return Emails.of(clean).equals(List.of(form)) ? clean : form.address();
    }

    private static ContactKey key(EmailForm form, String value) {
        return ContactKey.of(form.valid() ? form.address() : Spelling.key(value));
    }

    /** Whether something stands beside the addresses and the names before them: it must not pass for held. */
    private static boolean saysMore(String text, Set<String> pieces) {
        String rest = text;
        List<String> longestFirst = pieces.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (String piece : longestFirst) {
            rest = rest.replace(piece, " ");
        }
        return SAYS_NOTHING.matcher(rest).replaceAll(" ").chars().anyMatch(Character::isLetterOrDigit);
    }
}
