package io.mergewell.cli.ending;

import io.mergewell.apply.restore.RestoreException;
import io.mergewell.job.JobException;
import io.mergewell.job.NextCommand;
import io.mergewell.job.RunExit;
import io.mergewell.review.decided.RefusedReviewException;
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
public record Ending(int code, String sentence, String next) {

    /**
     * What a failure means. Only a bug of ours leaves a crash file.
     *
     * @param arguments of the command
     */
    public static Ending of(Throwable failure, List<String> arguments, CrashFile crashes) {
        String again = NextCommand.ofArguments(arguments);
        OptionalInt expected = ExitCode.of(failure);
        if (expected.isPresent()) {
            return new Ending(
                    expected.getAsInt(), String.valueOf(failure.getMessage()), next(failure, arguments, again));
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

    /** The same again, unless that could not end otherwise. */
    private static String next(Throwable failure, List<String> arguments, String again) {
        if (failure instanceof UsageException usage) {
            return usage.next();
        }
        if (failure instanceof JobException.Unsuited unsuited) {
            return unsuited.next();
        }
        if (failure instanceof JobException.TooEarly tooEarly) {
            return tooEarly.next();
        }
        if (failure instanceof RefusedReviewException refused && refused.isOfThePast()) {
            return about(arguments, "dry-run");
        }
        boolean isMissing = failure instanceof RefusedReviewException refused && refused.isMissing();
        return isMissing || failure instanceof RestoreException || failure instanceof JobException.Unknown
                ? about(arguments, "status")
                : again;
    }

    /** Another command on the same job. */
    private static String about(List<String> arguments, String command) {
        String job = arguments.stream()
                .filter(argument -> argument.endsWith(".yml") || argument.endsWith(".yaml"))
                .findFirst()
                .orElseGet(() -> arguments.get(1));
        return NextCommand.ofArguments(List.of(command, job));
    }
}
