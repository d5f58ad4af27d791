package io.mergewell.cli;

import picocli.CommandLine.Option;

/** What a scheduler asks of a run, beside the run itself. */
final class ScheduleOptions {

    @Option(
            names = "--log-format",
            paramLabel = "text|ecs",
            description =
                    "progress and errors on standard error as sentences (text, the default), or as a JSON object a"
                            + " line with the fields of the Elastic Common Schema (ecs)")
    private LogFormat logFormat = LogFormat.TEXT;

    LogFormat logFormat() {
        return logFormat;
    }
}
