package io.mergewell.normalise;

/**
 * Postcodes for comparing.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><th>text</th><th>postcode</th></tr>
 * <tr><td>{@code SW1A 1AA}</td><td>{@code sw1a1aa}</td></tr>
 * <tr><td>{@code 90210-1234}, {@code 902101234}</td><td>{@code 90210}</td></tr>
 * <tr><td>{@code D-10115}</td><td>{@code 10115}</td></tr>
 * <tr><td>{@code 10115.0}</td><td>{@code 10115}: what a spreadsheet makes of it</td></tr>
 * </table>
 */
public final class Postcodes {

    private static final int ZIP = 5;
    private static final int ZIP_PLUS_4 = 9;

    private Postcodes() {}

    /** The letters and digits of a postcode; empty for a text without any, or for a placeholder. */
    public static String of(String text) {
        String folded = Folding.fold(text);
        if (Placeholders.isPlaceholder(folded)) {
            return "";
        }
        if (Ascii.isDigits(folded)) {
            return withoutPlus4(folded);
        }
        int end = folded.endsWith(".0") ? folded.length() - 2 : folded.length();
        String code = withoutPlus4(lettersAndDigits(folded.substring(Math.min(countryEnd(folded), end), end)));
        return Placeholders.isPlaceholder(code) ? "" : code;
    }

    private static String withoutPlus4(String code) {
        return code.length() == ZIP_PLUS_4 && Ascii.isDigits(code) ? code.substring(0, ZIP) : code;
    }

    /** Where the postcode begins behind a country's letters, as in {@code D-10115}. */
    private static int countryEnd(String folded) {
        int dash = folded.indexOf('-');
        boolean country = dash >= 1
                && dash <= 3
                && Ascii.isLetters(folded.substring(0, dash).strip())
                && Ascii.isDigits(lettersAndDigits(folded.substring(dash)));
        return country ? dash : 0;
    }

    private static String lettersAndDigits(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Ascii.isLetterOrDigit(text.charAt(i))) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }
}
