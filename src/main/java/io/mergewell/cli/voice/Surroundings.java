package io.mergewell.cli.voice;

import io.mergewell.cli.screen.Highlights;
import io.mergewell.cli.screen.Screen;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * What a command finds around it.
 *
 * @param out for results
 * @param err for progress and for what went wrong
 * @param screen whether somebody watches
 * @param environment variables that job files may name
 * @param clock tells the time
 * @param termination for commands that decide themselves when they end
 * @param home where Mergewell is installed: has the jobs to begin with
 */
public record Surroundings(
        PrintWriter out,
        PrintWriter err,
        Screen screen,
        Map<String, String> environment,
        InstantSource clock,
        Termination termination,
        Path home) {

    private static final Path SANDBOX_JOB = Path.of("jobs", "sandbox.yml");

    /** Prints a line of a result. */
    public void print(String line) {
        out.println(Highlights.in(line, screen.out()));
    }

    /** Tells how far the work is, with a bar if somebody watches. */
    public ProgressLines progress() {
        return new ProgressLines(
                new Voice.Lines(err, screen.err()), clock, screen.bar().orElse(null));
    }

    /** The job of the first run: the one in the working directory, else the one that came with the installation. */
    public Path sandboxJob() {
        return Files.exists(SANDBOX_JOB) ? SANDBOX_JOB : home.resolve(SANDBOX_JOB);
    }
}
