package io.mergewell.normalise;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.Set;

/** One e-mail address, free of what stands around it. */
final class EmailAddress {

    private static final Set<String> ROLES = Resources.words("email-roles.txt");
    private static final Set<String> NOBODYS_LOCALS = Resources.words("email-placeholders.txt");
    private static final Set<String> NOBODYS_DOMAINS = Resources.words("email-placeholder-domains.txt");
    private static final String GMAIL = "gmail.com";
    private static final String AROUND = ".,:;'`*! ";
    private static final int LONGEST = 254;
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_LOCAL = 64;
    private static final String LOCAL_SIGNS = ".!#$%&'*+-=?^_`{}~";

    private static final IDNA IDNA_2008 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI);

    /** Lower case, compatibility forms unified, invisible characters dropped. */
    private static final Normalizer2 NORMALISED = Normalizer2.getNFKCCasefoldInstance();

    private EmailAddress() {}

    /** The form of a text that holds no separators. */
    static EmailForm parse(String text) {
        String address = trimmed(lowered(text));
        int at = address.lastIndexOf('@');
        if (at <= 0 || at == address.length() - 1 || address.length() > LONGEST) {
            return invalid(address);
        }
        String local = address.substring(0, at);
        String domain = asciiDomain(address.substring(at + 1));
        if (!isLocal(local) || !isDomain(domain)) {
            return invalid(address);
        }
        boolean role = ROLES.contains(withoutTag(local));
        return new EmailForm(
                local + '@' + domain, local, domain, mailbox(local, domain), role, !isNobodys(local, domain));
    }

    /** A text that is no address, kept to be compared as it is. */
    static EmailForm invalid(String text) {
        String folded = Folding.fold(text);
        int at = folded.lastIndexOf('@');
        String local = at < 0 ? "" : folded.substring(0, at);
        return new EmailForm(
                folded, local, folded.substring(at + 1, at < 0 ? 0 : folded.length()), folded, false, false);
    }

    private static String lowered(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x7f || c < ' ' || (c >= 'A' && c <= 'Z')) {
                return isAscii(text) ? text.toLowerCase(Locale.ROOT) : NORMALISED.normalize(text);
            }
        }
        return text;
    }

    /** Without what people and programs put around an address, such as {@code mailto:} and a closing full stop. */
    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        int colon = text.lastIndexOf(':', Math.max(0, text.indexOf('@')));
        if (colon >= 0) {
            start = colon + 1;
        }
        int query = text.indexOf("?subject=");
        if (query >= 0) {
            end = query;
        }
        while (start < end && AROUND.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && AROUND.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(Math.min(start, end), end);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** The ASCII form of a domain; empty if it has none. */
    private static String asciiDomain(String domain) {
        if (isAscii(domain)) {
            return domain;
        }
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = IDNA_2008.nameToASCII(domain, new StringBuilder(), info);
        return info.hasErrors() ? "" : ascii.toString();
    }

    private static boolean isLocal(String local) {
        char previous = '.';
        for (int i = 0; i < local.length(); i++) {
            char c = local.charAt(i);
            boolean allowed = Ascii.isLetterOrDigit(c) || LOCAL_SIGNS.indexOf(c) >= 0 || Character.isLetterOrDigit(c);
            if (!allowed || (c == '.' && previous == '.')) {
                return false;
            }
            previous = c;
        }
        return previous != '.' && local.length() <= LONGEST_LOCAL;
    }

    private static boolean isDomain(String domain) {
        int label = 0;
        for (int i = 0; i <= domain.length(); i++) {
            if (i == domain.length() || domain.charAt(i) == '.') {
                if (!isLabel(domain, label, i)) {
                    return false;
                }
                label = i + 1;
            }
        }
        return isTopLevel(domain, domain.lastIndexOf('.') + 1);
    }

    private static boolean isLabel(String domain, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = domain.charAt(i);
            boolean inner = i > from && i < to - 1;
            if (!Ascii.isLetterOrDigit(c) && !(c == '-' && inner)) {
                return false;
            }
        }
        return to > from && to - from <= LONGEST_LABEL;
    }

    private static boolean isTopLevel(String domain, int from) {
        return from > 0
                && domain.length() - from >= 2
                && (Ascii.isLetters(domain.substring(from)) || domain.startsWith("xn--", from));
    }

    private static String mailbox(String local, String domain) {
        String untagged = withoutTag(local);
        if (domain.equals(GMAIL) || domain.equals("googlemail.com")) {
            return Ascii.without('.', untagged) + '@' + GMAIL;
        }
        return untagged.length() == local.length() ? local + '@' + domain : untagged + '@' + domain;
    }

    private static String withoutTag(String local) {
        int plus = local.indexOf('+');
        return plus > 0 ? local.substring(0, plus) : local;
    }

    private static boolean isNobodys(String local, String domain) {
        if (NOBODYS_LOCALS.contains(withoutTag(local)) || NOBODYS_DOMAINS.contains(domain)) {
            return true;
        }
        String top = domain.substring(domain.lastIndexOf('.') + 1);
        boolean reserved =
                top.equals("example") || top.equals("invalid") || top.equals("test") || top.equals("localhost");
        return reserved || (local.length() <= 2 && domain.startsWith(local + '.'));
    }
}
