package io.mergewell.normalise;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * E-mail addresses as people write them, in comparable form.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><th>cell</th><th>address</th><th>mailbox</th><th>besides</th></tr>
 * <tr><td>{@code  Will.Smith+news@GMail.com}</td><td>will.smith+news@gmail.com</td><td>willsmith@gmail.com</td></tr>
 * <tr><td>{@code Will <mailto:will@acme.com>; w@x.org}</td><td>will@acme.com and w@x.org</td><td>the same</td></tr>
 * <tr><td>{@code info@müller.de}</td><td>info@xn--mller-kva.de</td><td>the same</td><td>role</td></tr>
 * <tr><td>{@code test@test.com}, {@code a@b}, {@code none}</td><td>as written</td><td>the same</td>
 *     <td>not valid</td></tr>
 * </table>
 */
public final class Emails {

    private static final char WIDE_AT = '＠';

    private Emails() {}

    /**
     * The addresses of one cell, in their order and each once.
     *
     * @return empty only for a blank cell; a text without any address is one form that is not valid
     */
    public static List<EmailForm> of(String cell) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        if (isSingle(text)) {
            return List.of(EmailAddress.parse(text));
        }
        Set<EmailForm> forms = forms(text);
        if (forms.isEmpty()) {
            forms = forms(text.replace("(at)", "@").replace("[at]", "@"));
        }
        return forms.isEmpty() ? withoutAddress(text) : List.copyOf(forms);
    }

    private static List<EmailForm> withoutAddress(String text) {
        EmailForm form = EmailAddress.invalid(text);
        return form.address().isEmpty() ? List.of() : List.of(form);
    }

    private static Set<EmailForm> forms(String text) {
        Set<EmailForm> forms = new LinkedHashSet<>(4);
        int from = 0;
        while (from < text.length()) {
            int to = from;
            while (to < text.length() && !isSeparator(text.charAt(to))) {
                to++;
            }
            String piece = text.substring(from, to);
            if (piece.indexOf('@') >= 0 || piece.indexOf(WIDE_AT) >= 0) {
                forms.add(EmailAddress.parse(piece));
            }
            from = to + 1;
        }
        return forms;
    }

    private static boolean isSingle(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isSeparator(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSeparator(char c) {
        return c <= ' ' || c == 0xa0 || ",;/|<>()[]\"".indexOf(c) >= 0 || Character.isWhitespace(c);
    }
}
