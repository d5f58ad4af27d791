package io.mergewell.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Command lines to type, quoted as a shell needs it. */
final class NextStep {

    private NextStep() {}

    /** The line to type for these arguments. */
    static String command(List<String> arguments) {
        return Stream.concat(Stream.of(Commands.PROGRAM), arguments.stream().map(NextStep::quoted))
                .collect(Collectors.joining(" "));
    }

    /** The line to type for these arguments. */
    static String command(String... arguments) {
        return command(Arrays.asList(arguments));
    }

    private static String quoted(String argument) {
        return argument.matches("[A-Za-z0-9_./:=@%+,-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
