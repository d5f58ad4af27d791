package io.mergewell.job;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command to type next, quoted as a shell needs it. */
public final class NextCommand {

    private static final String PROGRAM = "./run.sh";

    private NextCommand() {}

    /** A command on a job file, such as {@code ./run.sh dry-run jobs/acme.yml}, with further arguments. */
    public static String of(String command, Path jobFile, String... more) {
        return Stream.concat(Stream.of(PROGRAM, command, jobFile.toString()), Stream.of(more))
                .map(NextCommand::quoted)
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return argument.matches("[A-Za-z0-9_./:=@%+,-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
