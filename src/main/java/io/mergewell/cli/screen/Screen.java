package io.mergewell.cli.screen;

import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * What watches: terminals, or pipes and files. {@code run.sh} asks, since Java cannot without native code, and says it in
 * the system properties {@code mergewell.screen.out}, {@code .err} (true where it is a terminal) and {@code .columns}.
 *
 * @param out whether results may be coloured
 * @param err whether what is said beside them may be coloured
 * @param bottom the line for progress; null where nobody watches
 * @param columns how many characters a line of it holds
 */
public record Screen(Ansi out, Ansi err, @Nullable BottomLine bottom, int columns) {

    /** Nobody watches. */
    public static final Screen NONE = new Screen(Ansi.OFF, Ansi.OFF, null, 80);

    private static final int USUAL_COLUMNS = 80;
    private static final int FEWEST_COLUMNS = 10;

    /**
     * What this process has.
     *
     * @param environment of which {@code TERM=dumb} means that control sequences are not understood, and {@code NO_COLOR}
     *     that colours are not wanted (<a href="https://no-color.org">no-color.org</a>)
     * @param properties as {@code run.sh} sets them
     * @param standardError of this process
     */
    public static Screen of(Map<String, String> environment, Properties properties, OutputStream standardError) {
        String term = environment.getOrDefault("TERM", "dumb");
        boolean dumb = term.isEmpty() || term.equals("dumb");
        boolean plain = dumb || !environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean out = isTerminal(properties, "mergewell.screen.out");
        boolean err = isTerminal(properties, "mergewell.screen.err");
        return new Screen(
                out && !plain ? Ansi.ON : Ansi.OFF,
                err && !plain ? Ansi.ON : Ansi.OFF,
                err && !dumb ? new BottomLine(standardError) : null,
                columns(properties.getProperty("mergewell.screen.columns", "")));
    }

    /** A bar for progress; empty where nobody watches. */
    public Optional<Bar> bar() {
        return Optional.ofNullable(bottom).map(line -> new Bar(line, columns));
    }

    /** How many characters a line of the terminal holds; empty where nobody watches, so that nothing is wrapped. */
    public OptionalInt width() {
        return bottom == null ? OptionalInt.empty() : OptionalInt.of(columns);
    }

    private static boolean isTerminal(Properties properties, String name) {
        return Boolean.parseBoolean(properties.getProperty(name));
    }

    /** A terminal that does not know how wide it is says 0. */
    private static int columns(String text) {
        int columns = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        return columns < FEWEST_COLUMNS ? USUAL_COLUMNS : columns;
    }
}
