package io.mergewell.cli.voice;

import io.mergewell.cli.screen.Bar;
import io.mergewell.job.Amount;
import io.mergewell.job.RunProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells how far a run is. Each step has a line when it begins and one when it ends. In between whoever watches sees a bar,
 * and a scheduler gets lines that become the rarer the longer the step takes, so that its mail stays short.
 */
public final class ProgressLines implements RunProgress, AutoCloseable {

    private static final Duration FIRST_INTERVAL = Duration.ofSeconds(5);
    private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(10);
    private static final Pattern FIRST_WORD_END = Pattern.compile("\\W");
    private static final Map<String, String> STEPS = Map.of(
            "read", "Reading the persons",
            "match", "Comparing them",
            "plan", "Planning what could be merged",
            "report", "Writing the report",
            "admit", "Taking in what was decided",
            "act", "Applying what is approved",
            "verify", "Looking once more at what is in doubt",
            "receipt", "Writing the receipts",
            "restore", "Taking back what was applied");

    private final Voice voice;
    private final InstantSource clock;
    private Instant lastLine = Instant.MIN;
    private final @Nullable Bar bar;
    private Duration interval = FIRST_INTERVAL;
    private @Nullable String waiting;
    private String said = "";

    /** For a scheduler, or whatever else reads lines. */
    public ProgressLines(Voice voice, InstantSource clock) {
        this(voice, clock, null);
    }

    /** @param bar for who watches; null where nobody does */
    public ProgressLines(Voice voice, InstantSource clock, @Nullable Bar bar) {
        this.voice = voice;
        this.clock = clock;
        this.bar = bar;
    }

    @Override
    public void stepStarted(String step) {
        flush();
        String sentence = STEPS.getOrDefault(step, step);
        print(sentence + " ...");
        interval = FIRST_INTERVAL;
        if (bar != null) {
            bar.begin(FIRST_WORD_END.split(sentence, 2)[0]);
        }
    }

    @Override
    public void advanced(String step, String sentence) {
        String line = "  " + sentence;
        if (line.equals(said)) {
            // The last look for more work finds none.
            waiting = null;
            return;
        }
        waiting = line;
        boolean late = Duration.between(lastLine, clock.instant()).compareTo(interval) >= 0;
        if (late && bar == null) {
            print(line);
            waiting = null;
            interval = Collections.min(List.of(interval.multipliedBy(2), LONGEST_INTERVAL));
        }
    }

    @Override
    public void counted(Amount amount) {
        if (bar != null) {
            bar.show(amount);
        }
    }

    /** Takes the bar away and prints what was held back; called at the end of a run, too. */
    public void flush() {
        close();
        if (waiting != null) {
            print(waiting);
            waiting = null;
        }
    }

    /** Takes the bar away, however the run ended. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    private void print(String line) {
        voice.say(line);
        said = line;
        lastLine = clock.instant();
    }
}
