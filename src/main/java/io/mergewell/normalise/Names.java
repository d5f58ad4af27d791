package io.mergewell.normalise;

import io.mergewell.person.PersonName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names as people write them, in comparable form.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><th>name</th><th>given</th><th>family</th><th>besides</th></tr>
 * <tr><td>Dr. Jean-Pierre van der Berg</td><td>jean pierre</td><td>van der berg</td><td></td></tr>
 * <tr><td>O'Neil, J.P., Jr.</td><td>j p</td><td>oneil</td><td>JUNIOR</td></tr>
 * <tr><td>William "Bill" Smith (Acme)</td><td>william</td><td>smith</td><td></td></tr>
 * <tr><td>Herr Müller</td><td></td><td>muller</td><td></td></tr>
 * <tr><td>Anna</td><td>anna</td><td></td><td></td></tr>
 * <tr><td>Acme GmbH</td><td></td><td>acme gmbh</td><td>COMPANY</td></tr>
 * <tr><td>n/a, test, anna@acme.com, 12345</td><td></td><td></td><td>PLACEHOLDER</td></tr>
 * </table>
 */
public final class Names {

    private static final WordList TEST_WORDS = WordList.of("test-words.txt");

    /** Placeholders that are names too: they say nothing only where nothing else is written. */
    private static final Set<String> NAMES_TOO = Resources.words("placeholder-names.txt");

    private Names() {}

    /**
     * The comparable form of a name. First and last name are used where there is one, the full name else.
     *
     * @return never null; of kind {@link NameKind#EMPTY} if the name holds nothing
     */
    public static NameForm of(PersonName name) {
        String first = folded(name.first());
        String last = folded(name.last());
        if (!first.isEmpty() && !last.isEmpty()) {
            return ofParts(first, last);
        }
        if (!first.isEmpty()) {
            return ofFull(first);
        }
        if (!last.isEmpty()) {
            return ofFamily(last);
        }
        return name.full() == null ? NameForm.EMPTY : ofWhole(name.full());
    }

    private static String folded(@Nullable String part) {
        if (part == null) {
            return "";
        }
        return EastAsianNames.isOne(part) ? EastAsianNames.word(part) : Folding.fold(part);
    }

    private static NameForm ofWhole(String full) {
        NameForm eastAsian = EastAsianNames.isOne(full) ? EastAsianNames.full(full) : null;
        return eastAsian != null ? eastAsian : ofFull(Folding.fold(full));
    }

    private static NameForm ofFull(String folded) {
        List<String> words = words(folded);
        NameForm other = notAPerson(words);
        return other != null ? other : new NameParser().full(words);
    }

    private static NameForm ofFamily(String folded) {
        List<String> words = words(folded);
        NameForm other = notAPerson(words);
        return other != null ? other : new NameParser().familyOnly(words);
    }

    private static NameForm ofParts(String first, String last) {
        if (saysNothing(last)) {
            return ofFull(first);
        }
        if (saysNothing(first)) {
            return ofFamily(last);
        }
        List<String> given = NameWords.of(first);
        List<String> family = NameWords.of(last);
        List<String> both = new ArrayList<>(given);
        both.addAll(family);
        NameForm other = notAPerson(both);
        if (other != null) {
            return other;
        }
        return isGeneration(family) && given.size() > 1
                ? new NameParser().full(both)
                : new NameParser().parts(given, family);
    }

    /** No words at all if the text is a placeholder. */
    private static List<String> words(String folded) {
        return Placeholders.isPlaceholder(folded) ? List.of() : NameWords.of(folded);
    }

    private static boolean saysNothing(String folded) {
        return Placeholders.isPlaceholder(folded) && !NAMES_TOO.contains(folded);
    }

    private static boolean isGeneration(List<String> words) {
        return words.size() == 1 && Generation.ofSuffix(words.get(0)) != null;
    }

    /** The form of words that name no person; null if they do. */
    private static @Nullable NameForm notAPerson(List<String> words) {
        if (isTest(words)) {
            return NameForm.PLACEHOLDER;
        }
        return CompanyNames.isCompany(words)
                ? new NameForm(List.of(), NameWords.cleaned(words), Generation.NONE, NameKind.COMPANY)
                : null;
    }

    private static boolean isTest(List<String> words) {
        for (String word : words) {
            if (!TEST_WORDS.contains(withoutNumber(word))) {
                return false;
            }
        }
        return true;
    }

    private static String withoutNumber(String word) {
        int end = word.length();
        while (end > 0 && Ascii.isDigit(word.charAt(end - 1))) {
            end--;
        }
        return word.substring(0, end);
    }
}
