package io.mergewell.cli.screen;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi;

/** Bands, and the words for how something ended, in their colours; all else stays as it is. */
public final class Highlights {

    private static final Map<String, Tone> TONES = Map.ofEntries(
            Map.entry("AUTO", Tone.GOOD),
            Map.entry("REVIEW", Tone.CAUTION),
            Map.entry("COMPLETED", Tone.GOOD),
            Map.entry("APPLIED", Tone.GOOD),
            Map.entry("RUNNING", Tone.HEADING),
            Map.entry("STOPPED", Tone.CAUTION),
            Map.entry("interrupted", Tone.CAUTION),
            Map.entry("ABANDONED", Tone.CAUTION),
            Map.entry("FAILED", Tone.BAD),
            Map.entry("REJECTED", Tone.BAD),
            Map.entry("CONFLICT", Tone.BAD),
            Map.entry("UNKNOWN", Tone.BAD));

    /** Whole words in running text; not parts of a file's name. */
    private static final Pattern WORDS = Pattern.compile(
            "(?<![\\w./-])(" + String.join("|", TONES.keySet().stream().sorted().toList()) + ")(?![\\w/-]|\\.\\w)");

    private Highlights() {}

    /** A line as it is to be printed. */
    public static String in(String line, Ansi ansi) {
        if (!ansi.enabled()) {
            return line;
        }
        return WORDS.matcher(line)
                .replaceAll(found -> Matcher.quoteReplacement(
                        TONES.getOrDefault(found.group(), Tone.HEADING).of(found.group(), ansi)));
    }
}
