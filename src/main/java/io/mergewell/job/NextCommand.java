package io.mergewell.job;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command to type next, quoted as a shell needs it. */
public final class NextCommand {

    /** What run.sh was typed as; an installation may lie anywhere. */
    private static final String PROGRAM = System.getProperty("mergewell.command", "./run.sh");

    private NextCommand() {}

    /** A command on a job file, such as {@code ./run.sh dry-run jobs/acme.yml}, with further arguments. */
    public static String of(String command, Path jobFile, String... more) {
        return ofArguments(Stream.concat(Stream.of(command, jobFile.toString()), Stream.of(more))
                .toList());
    }

    /** Any command. */
    public static String ofArguments(List<String> arguments) {
        return Stream.concat(Stream.of(PROGRAM), arguments.stream())
                .map(NextCommand::quoted)
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return argument.matches("[A-Za-z0-9_./:=@%+,-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
