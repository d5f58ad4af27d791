package io.mergewell.plan.golden;

import io.mergewell.normalise.EmailForm;
import io.mergewell.normalise.Emails;
import io.mergewell.normalise.PhoneForm;
import io.mergewell.normalise.Phones;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What makes two e-mails or two phone numbers one: the address; the number with its country and extension. A cell may
 * hold several. What cannot be read is compared as it is written, so that nothing unreadable is ever dropped for being
 * like something else.
 *
 * <p>Remembers what it read, for as long as one group is planned.
 */
final class ContactKeys {

    private static final Pattern ADDRESS_NAME = Pattern.compile("^[^<@]*<");
    private static final Pattern NUMBERS = Pattern.compile("[,;\\n]");
    private static final Pattern SHORT_TAIL = Pattern.compile("/\\s*\\d{1,4}\\s*$");

    private final Phones phones;
    private final Map<String, Set<String>> ofEmails = new HashMap<>();
    private final Map<String, Set<String>> ofPhones = new HashMap<>();

    ContactKeys(Phones phones) {
        this.phones = phones;
    }

    Set<String> ofEmail(String cell) {
        return ofEmails.computeIfAbsent(cell, ContactKeys::emailKeys);
    }

    Set<String> ofPhone(String cell) {
        return ofPhones.computeIfAbsent(cell, this::phoneKeys);
    }

    private static Set<String> emailKeys(String cell) {
        Set<String> keys = new TreeSet<>();
        String rest = ADDRESS_NAME
                .matcher(cell.toLowerCase(Locale.ROOT))
                .replaceAll("<")
                .replace("mailto:", "");
        for (EmailForm form : Emails.of(cell)) {
            keys.add(form.valid() ? form.address() : Spelling.key(cell));
            rest = rest.replace(form.address(), "");
        }
        // Whatever stands beside the addresses is a value too: it must not pass for held.
        if (keys.isEmpty() || rest.chars().anyMatch(Character::isLetterOrDigit)) {
            keys.add(Spelling.key(cell));
        }
        return keys;
    }

    private Set<String> phoneKeys(String cell) {
        Set<String> keys =
                phones.of(cell).stream().map(ContactKeys::key).collect(Collectors.toCollection(TreeSet::new));
        // A short second number, such as another extension, is none by itself, but must not pass for held.
        long numbers = NUMBERS.splitAsStream(cell)
                .filter(piece -> piece.chars().anyMatch(Character::isDigit))
                .count();
        if (keys.isEmpty() || keys.size() < numbers || SHORT_TAIL.matcher(cell).find()) {
            keys.add(Spelling.key(cell));
        }
        return keys;
    }

    private static String key(PhoneForm form) {
        return (form.international() ? "+" : "")
                + form.digits()
                + (form.extension().isEmpty() ? "" : "x" + form.extension());
    }
}
