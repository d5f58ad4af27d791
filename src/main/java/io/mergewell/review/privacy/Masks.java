package io.mergewell.review.privacy;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is shown in place of a value: enough to see that two are alike, too little to reach anybody. The same value always
 * looks the same.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><td>name or words</td><td>{@code William Smith-Jones}</td><td>{@code W. S.-J.}</td></tr>
 * <tr><td>address</td><td>{@code 12 Main St, 94105}</td><td>{@code # M. S., #}</td></tr>
 * <tr><td>e-mail</td><td>{@code will.smith@acme.com}</td><td>{@code w***@acme.com}</td></tr>
 * <tr><td>phone</td><td>{@code +1 415 555 0132}</td><td>{@code ***32}</td></tr>
 * <tr><td>date</td><td>{@code 1970-05-23}</td><td>{@code 1970-**-**}</td></tr>
 * <tr><td>name with an id</td><td>{@code Ada Berg (12)}</td><td>{@code 12}</td></tr>
 * </table>
 */
final class Masks {

    /** Stands where nothing of a value may be shown. */
    static final String HIDDEN = "***";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern OUTSIDE = Pattern.compile("[^\\p{L}\\p{N} .,*#|-]+");
    private static final Pattern NOT_OF_A_DOMAIN = Pattern.compile("[^\\p{L}\\p{N}.-]+");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
    private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-\\d{2}-\\d{2}");
    private static final Pattern NAME_AND_ID = Pattern.compile(".*\\(([^()]*)\\)\\s*", Pattern.DOTALL);
    private static final int FEWEST_DIGITS = 6;

    private Masks() {}

    /** Initials of its words, a sign for its numbers. */
    static String words(String text) {
        String initials = WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(initial(word.group())));
        return OUTSIDE.matcher(initials).replaceAll("").strip();
    }

    /** One e-mail address: the first letter and the domain. */
    static String email(String address) {
        String plain = address.strip();
        int at = plain.lastIndexOf('@');
        if (at < 0) {
            return plain.isEmpty() ? "" : HIDDEN;
        }
        String domain = NOT_OF_A_DOMAIN.matcher(plain.substring(at + 1)).replaceAll("");
        int first = at == 0 ? '*' : plain.codePointAt(0);
        String letter = Character.isLetterOrDigit(first) ? Character.toString(first) : "";
        return (letter + HIDDEN + "@" + domain).toLowerCase(Locale.ROOT);
    }

    /** One number: its last two digits; of a short one none. */
    static String phone(String number) {
        String digits = NO_DIGIT.matcher(number).replaceAll("");
        if (number.isBlank()) {
            return "";
        }
        return digits.length() < FEWEST_DIGITS ? HIDDEN : HIDDEN + digits.substring(digits.length() - 2);
    }

    /** The year, if it is written as such. */
    static String date(String date) {
        Matcher iso = ISO_DATE.matcher(date.strip());
        return date.isBlank() ? "" : iso.matches() ? iso.group(1) + "-**-**" : HIDDEN;
    }

    /** The id of somebody who is named with it; what is an id alone stays. */
    static String idAlone(String nameAndId) {
        Matcher matcher = NAME_AND_ID.matcher(nameAndId);
        return matcher.matches() ? matcher.group(1) : nameAndId;
    }

    /**
     * Sentences that begin with a field: the field stays, of a value what its kind lets be seen.
     *
     * @param sentence such as {@code e-mail: w@acme.com}
     */
    static String fieldValue(String sentence) {
        int colon = sentence.indexOf(": ");
        if (colon < 0) {
            return sentence.isBlank() ? "" : HIDDEN;
        }
        String field = sentence.substring(0, colon);
        String value = sentence.substring(colon + 2);
        boolean isOne = !value.contains(" kept, ");
        String shown =
                switch (field) {
                    case "e-mail" -> isOne ? email(value) : HIDDEN;
                    case "phone" -> isOne ? phone(value) : HIDDEN;
                    default -> HIDDEN;
                };
        return field + ": " + shown;
    }

    /** Values side by side in one cell. */
    static String each(String cell, UnaryOperator<String> mask) {
        return Arrays.stream(cell.split(" \\| ", -1)).map(mask).collect(Collectors.joining(" | "));
    }

    private static String initial(String word) {
        int first = word.codePointAt(0);
        return Character.isLetter(first) ? Character.toString(Character.toUpperCase(first)) + "." : "#";
    }
}
