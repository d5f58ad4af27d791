package io.mergewell.cli.run;

import picocli.CommandLine.Option;

/** How much a command that works on a job says, and in what form. */
public final class OutputOptions {

    @Option(
            names = "--quiet",
            description = "say nothing but warnings, what went wrong, and at the end the next command")
    private boolean quiet;

    @Option(
            names = "--json",
            description = "print the result as one JSON document, the content of summary.json, or after a failure an"
                    + " object with exitCode, message and next; all else goes to standard error")
    private boolean json;

    /** Whether only the next command is wanted. */
    public boolean quiet() {
        return quiet;
    }

    /** Whether the result is wanted as one JSON document. */
    public boolean json() {
        return json;
    }
}
