package io.mergewell.review.table;

import java.util.regex.Pattern;

/**
 * Text of a stranger as a spreadsheet cell that is only ever text.
 *
 * <p>A cell that begins with {@code = + - @}, their full-width forms, or a control character could run as a formula
 * (OWASP "CSV Injection", ASVS 1.2.10, CWE-1236): it gets a leading apostrophe. So does such a beginning after a
 * semicolon, because a spreadsheet with another list separator cuts cells there. Line breaks and other control
 * characters become spaces.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><td>{@code =1+1}</td><td>{@code '=1+1}</td></tr>
 * <tr><td>{@code   @SUM(A1)}</td><td>{@code '  @SUM(A1)}</td></tr>
 * <tr><td>{@code x;=1+1}</td><td>{@code x;'=1+1}</td></tr>
 * <tr><td>{@code O'Neil-Smith}</td><td>{@code O'Neil-Smith}</td></tr>
 * </table>
 */
public final class CsvCell {

    /** White space and what cannot be seen: a spreadsheet may skip it. */
    private static final String UNSEEN = "[\\s\\p{Z}\\p{C}]*";

    private static final Pattern FORMULA = Pattern.compile("(^|;)(?=" + UNSEEN + "[=+\\-@＝＋－＠]|[\\t\\r\\n\\x00])");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}+");

    /** What a spreadsheet may take for a number, a date or a time, and so rewrite. */
    private static final Pattern NUMBER_LIKE = Pattern.compile("(?=\\D*\\d)[\\s\\p{Z}\\p{Sc}\\d.,:/()eE%+-]+");

    /** A month in the languages whose spreadsheets are most in use, as in {@code MAR1}, {@code 5 May} or {@code Okt 24}. */
    private static final String MONTH =
            "(jan|ene|gen|feb|f[eé]v|mar|mär|apr|abr|avr|ma[iyg]|jun|jui|giu|jul|lug|aug|ago|ao[uû]|se[pt]"
                    + "|oct|okt|ott|nov|dec|déc|dez|dic)\\p{L}*";

    private static final String NUMBERS = "[\\s\\p{Z}\\d.,/-]*";

    private static final Pattern MONTH_LIKE =
            Pattern.compile("(?=\\D*\\d)" + NUMBERS + MONTH + NUMBERS, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final Pattern KEPT_WHOLE = Pattern.compile("0|[1-9]\\d{0,14}");

    private CsvCell() {}

    /** Text for reading. */
    public static String text(String value) {
        return isHarmless(value) ? value : guarded(value);
    }

    /** Text of which each digit counts, such as a phone number: with an apostrophe if it looks like a number or date. */
    public static String digits(String value) {
        String text = text(value);
        return isNumberLike(text) ? "'" + text : text;
    }

    /** A date: what every spreadsheet understands alike stays bare, all else is kept from being understood. */
    public static String date(String value) {
        return ISO_DATE.matcher(value).matches() ? value : digits(value);
    }

    /** An id: numbers that a spreadsheet keeps whole stay bare, so that they can be copied. */
    public static String id(String value) {
        return KEPT_WHOLE.matcher(value).matches() ? value : digits(value);
    }

    /** What nearly all cells are, seen without a pattern: they begin with a letter or digit and nothing can cut them. */
    private static boolean isHarmless(String value) {
        if (!value.isEmpty() && !Character.isLetterOrDigit(value.charAt(0))) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == ';' || Character.isISOControl(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumberLike(String text) {
        return NUMBER_LIKE.matcher(text).matches() || MONTH_LIKE.matcher(text).matches();
    }

    private static String guarded(String value) {
        return CONTROL.matcher(FORMULA.matcher(value).replaceAll("$1'")).replaceAll(" ");
    }
}
