package io.mergewell.review.decided;

import io.mergewell.plan.Decision;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people and spreadsheets put into cells, as it was meant.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><td>{@code " approve "}</td><td>{@code APPROVE}</td></tr>
 * <tr><td>{@code not duplicate}</td><td>{@code NOT_DUPLICATE}</td></tr>
 * <tr><td>{@code '0042} (an id)</td><td>{@code 0042}</td></tr>
 * <tr><td>{@code '=see mail} (a note)</td><td>{@code =see mail}</td></tr>
 * </table>
 */
final class Cells {

    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$");
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\s\\p{Z}]*[\\r\\n]+[\\s\\p{Z}]*");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Z}_-]+");
    private static final Pattern GUARD = Pattern.compile("^'(?=[\\s\\p{Z}\\p{C}]*[=+\\-@＝＋－＠])");

    private Cells() {}

    /** Without spaces around it and other marks that cannot be seen. */
    static String plain(String cell) {
        return AROUND.matcher(cell).replaceAll("");
    }

    /** An id without the apostrophe that keeps spreadsheets from taking it for a number. */
    static String id(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }

    /** In one line, and without the apostrophe that keeps spreadsheets from running it. */
    static String text(String cell) {
        return LINE_BREAKS.matcher(GUARD.matcher(cell).replaceFirst("")).replaceAll(" ");
    }

    /** A text that no spreadsheet runs; {@link #text} undoes it. */
    static String guarded(String text) {
        return GUARD.matcher("'" + text).find() ? "'" + text : text;
    }

    /** Empty if the word is none of the four. */
    static Optional<Decision> decision(String cell) {
        String word = BETWEEN_WORDS.matcher(cell).replaceAll("_").toUpperCase(Locale.ROOT);
        return Arrays.stream(Decision.values())
                .filter(decision -> decision.name().equals(word))
                .findFirst();
    }
}
