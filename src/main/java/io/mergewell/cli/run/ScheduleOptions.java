package io.mergewell.cli.run;

import io.mergewell.cli.voice.LogFormat;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a scheduler asks of a run, beside the run itself. */
public final class ScheduleOptions {

    @Option(
            names = "--log-format",
            paramLabel = "text|ecs",
            description =
                    "progress and errors on standard error as sentences (text, the default), or as a JSON object a"
                            + " line with the fields of the Elastic Common Schema (ecs)")
    private LogFormat logFormat = LogFormat.TEXT;

    @Option(
            names = "--metrics",
            paramLabel = "FILE",
            description = "write how the run ended, and its counts, to this file for the textfile collector of"
                    + " Prometheus's node_exporter")
    private @Nullable Path metrics;

    @Option(
            names = "--ping",
            paramLabel = "URL",
            description =
                    "ask for URL/start at the start, URL after a success, URL/fail after anything else; nothing is"
                            + " sent along, and a ping that fails is a warning")
    private @Nullable URI ping;

    LogFormat logFormat() {
        return logFormat;
    }

    @Nullable
    Path metrics() {
        return metrics;
    }

    @Nullable
    URI ping() {
        return ping;
    }
}
