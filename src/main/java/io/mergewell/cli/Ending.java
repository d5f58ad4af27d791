package io.mergewell.cli;

import io.mergewell.job.NextCommand;
import io.mergewell.job.RunExit;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How a command that failed ends.
 *
 * @param code to exit with
 * @param sentence for the person who typed the command
 * @param next what to type now
 */
record Ending(int code, String sentence, String next) {

    /**
     * What a failure means. Only a bug of ours leaves a crash file.
     *
     * @param arguments of the command
     */
    static Ending of(Throwable failure, List<String> arguments, CrashFile crashes) {
        String again = NextCommand.ofArguments(arguments);
        OptionalInt expected = ExitCode.of(failure);
        if (expected.isPresent()) {
            return new Ending(expected.getAsInt(), String.valueOf(failure.getMessage()), next(failure, again));
        }
        if (Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(OutOfMemoryError.class::isInstance)) {
            return new Ending(
                    RunExit.BUG,
                    "The memory did not suffice; what was committed is kept. Give it more, such as"
                            + " MERGEWELL_JAVA_OPTS=-Xmx4g in the environment.",
                    again);
        }
        Path file = crashes.write(arguments.isEmpty() ? "the first run" : arguments.get(0), failure);
        return new Ending(
                RunExit.BUG,
                "This is a bug in Mergewell. Where it happened is in " + file + ", which holds no personal data: please"
                        + " report it.",
                again);
    }

    private static String next(Throwable failure, String again) {
        if (failure instanceof UsageException usage) {
            return usage.next();
        }
        return failure instanceof TooEarlyException tooEarly ? tooEarly.next() : again;
    }
}
