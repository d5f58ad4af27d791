package io.mergewell.cli;

import io.mergewell.cli.ending.CrashFile;
import io.mergewell.cli.screen.Screen;
import io.mergewell.cli.voice.Surroundings;
import io.mergewell.cli.voice.Termination;
import io.mergewell.job.StopSignal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Someone at a terminal: types commands, reads what comes back. */
public final class Typed {

    public static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-11-21T03:00:00Z"));

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final StopSignal stop = new StopSignal();
    private final Path crashes;

    /** @param crashes where crash files go */
    public Typed(Path crashes) {
        this.crashes = crashes;
    }

    /** The exit code of a command line. */
    public int run(String... arguments) {
        try (Termination termination = new Termination(patience -> stop)) {
            Surroundings surroundings = new Surroundings(
                    new PrintWriter(out, true),
                    new PrintWriter(err, true),
                    Screen.NONE,
                    Map.of(),
                    NOW,
                    termination,
                    Path.of("").toAbsolutePath());
            return new Terminal(surroundings, new CrashFile(crashes, NOW)).run(List.of(arguments));
        }
    }

    /** Presses Ctrl-C. */
    void interrupt() {
        stop.ask();
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }
}
