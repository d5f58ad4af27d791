package io.mergewell.plan.golden;

import io.mergewell.normalise.PhoneForm;
import io.mergewell.normalise.Phones;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The numbers of a cell, each as it is written there; of {@code 030 1234567, +44 20 7946 0132} two.
 *
 * <p>A short second number, such as another extension in {@code 030 1234567 / 12}, is none by itself, but must not be
 * lost: such a cell stays one.
 */
final class PhoneCell {

    private static final Pattern LISTED = Pattern.compile("[,;|\\n\\r]+");
    private static final Pattern SHORT_TAIL = Pattern.compile("/\\s*\\d{1,4}\\s*$");
    private static final Pattern SCHEME = Pattern.compile("(?i)^\\s*tel:\\s*");

    /** What may stand between two numbers; the first that explains a cell is the one. */
    private static final List<Pattern> BETWEEN = List.of(
            LISTED,
            Pattern.compile("[,;|\\n\\r]+|\\s/\\s"),
            Pattern.compile("(?i)[,;|\\n\\r/]+|\\s(?:or|oder|and|und|&|o|ou)\\s"),
            Pattern.compile("[,;|\\n\\r/]+|\\s*(?=\\+)"));

    private final Phones phones;
    private final Map<String, List<PhoneForm>> read = new HashMap<>();

    PhoneCell(Phones phones) {
        this.phones = phones;
    }

    List<Contact> contacts(String cell) {
        List<PhoneForm> forms = forms(cell);
        if (forms.isEmpty()) {
            return List.of(Contact.asWritten(cell));
        }
        if (saysMore(cell, forms)) {
            return List.of(whole(cell, forms));
        }
        Map<PhoneForm, String> values = values(cell, forms);
        return forms.stream()
                .map(form -> new Contact(values.getOrDefault(form, plain(form)), List.of(ContactKey.of(form)), false))
                .toList();
    }

    /** A plain cell is its own only piece, and is asked for once as each. */
    private List<PhoneForm> forms(String text) {
        return read.computeIfAbsent(text, phones::of);
    }

    private boolean saysMore(String cell, List<PhoneForm> forms) {
        return SHORT_TAIL.matcher(cell).find()
                || LISTED.splitAsStream(cell).anyMatch(piece -> !forms.containsAll(forms(piece)));
    }

    private static Contact whole(String cell, List<PhoneForm> forms) {
        List<ContactKey> keys =
                new ArrayList<>(forms.stream().map(ContactKey::of).toList());
        keys.add(ContactKey.of(Spelling.key(cell)));
        return new Contact(cell, keys, false);
    }

    /** How each number is written; empty if nobody can tell where one ends. */
    private Map<PhoneForm, String> values(String cell, List<PhoneForm> forms) {
        Optional<Map<PhoneForm, String>> split = BETWEEN.stream()
                .map(between -> pieces(between.splitAsStream(cell)))
                .filter(pieces -> List.copyOf(pieces.keySet()).equals(forms))
                .findFirst();
        return split.orElse(Map.of());
    }

    private Map<PhoneForm, String> pieces(Stream<String> texts) {
        Map<PhoneForm, String> pieces = new LinkedHashMap<>();
        texts.forEach(text -> {
            String value = SCHEME.matcher(text).replaceAll("").strip();
            List<PhoneForm> here = forms(text);
            if (here.size() == 1) {
                pieces.putIfAbsent(here.get(0), value);
            }
        });
        return pieces;
    }

    private static String plain(PhoneForm form) {
        return (form.international() ? "+" : "")
                + form.digits()
                + (form.extension().isEmpty() ? "" : " ext. " + form.extension());
    }
}
