package io.mergewell.cli.watch;

import io.mergewell.review.summary.Summary;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells the watchers of one run that it begins and how it ended. What they cannot be told is a warning, never a failure. */
public final class RunWatch {

    private final Optional<MetricsFile> metrics;
    private final Optional<Ping> ping;
    private final String job;
    private final String command;
    private final InstantSource clock;
    private final Instant startedAt;

    /**
     * @param metrics the Prometheus textfile to write at the end; null for none
     * @param ping where to ask for at the start and at the end; null for nowhere
     * @param warnings hears, as a sentence, what could not be done
     */
    public RunWatch(
            @Nullable Path metrics,
            @Nullable URI ping,
            Consumer<String> warnings,
            String job,
            String command,
            InstantSource clock) {
        this.metrics = Optional.ofNullable(metrics).map(file -> new MetricsFile(file, warnings));
        this.ping = Optional.ofNullable(ping).map(url -> new Ping(url, warnings));
        this.job = job;
        this.command = command;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** The run begins. */
    public void started() {
        ping.ifPresent(Ping::started);
    }

    /** The run came to a summary. */
    public void ended(Summary summary) {
        ended(summary.exitCode(), summary);
    }

    /** The run ended early, with an exit code. */
    public void failed(int exitCode) {
        ended(exitCode, null);
    }

    private void ended(int exitCode, @Nullable Summary summary) {
        RunEnd end = new RunEnd(job, command, startedAt, clock.instant(), exitCode, summary);
        metrics.ifPresent(file -> file.write(end));
        ping.ifPresent(url -> url.ended(end.isSuccess()));
    }
}
