package io.mergewell.cli;

import io.mergewell.job.RunProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells a person how far a run is: a line for each step, and in between no more than one every few seconds, so that a
 * scheduler's mail stays short.
 */
final class ProgressLines implements RunProgress {

    private static final Duration INTERVAL = Duration.ofSeconds(5);
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
    private @Nullable String waiting;

    ProgressLines(Voice voice, InstantSource clock) {
        this.voice = voice;
        this.clock = clock;
    }

    @Override
    public void stepStarted(String step) {
        flush();
        print(STEPS.getOrDefault(step, step) + " ...");
    }

    @Override
    public void advanced(String step, String sentence) {
        waiting = "  " + sentence;
        if (Duration.between(lastLine, clock.instant()).compareTo(INTERVAL) >= 0) {
            flush();
        }
    }

    /** Prints what was held back; called at the end of a run, too. */
    void flush() {
        if (waiting != null) {
            print(waiting);
            waiting = null;
        }
    }

    private void print(String line) {
        voice.say(line);
        lastLine = clock.instant();
    }
}
