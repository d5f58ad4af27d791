package io.mergewell.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mergewell.job.StopSignal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The door to the world: arguments in, exit code out. Whatever happens in between ends as a sentence, never as a stack
 * trace, and the last line is what to type next.
 */
public final class Terminal {

    private static final int HELP_WIDTH = 110;

    private final Surroundings surroundings;
    private final CrashFile crashes;

    Terminal(Surroundings surroundings, CrashFile crashes) {
        this.surroundings = surroundings;
        this.crashes = crashes;
    }

    /** Runs a command line on this process's own streams and returns the code to exit with. */
    public static int run(String... arguments) {
        try (Termination termination = new Termination(StopSignal::onTermination)) {
            Surroundings surroundings = new Surroundings(
                    new PrintWriter(System.out, true, UTF_8),
                    new PrintWriter(System.err, true, UTF_8),
                    System.getenv(),
                    Clock.systemUTC(),
                    termination,
                    Path.of(System.getProperty("mergewell.home", "")));
            CrashFile crashes = new CrashFile(Path.of("reports"), surroundings.clock());
            return new Terminal(surroundings, crashes).run(List.of(arguments));
        }
    }

    int run(List<String> arguments) {
        LogFormat format = LogFormat.askedFor(arguments);
        Voice voice = Voice.of(format, surroundings.err());
        if (format == LogFormat.TEXT) {
            return run(arguments, voice);
        }
        try (EcsLog log = new EcsLog(surroundings.err())) {
            return log.during(() -> run(arguments, voice));
        }
    }

    private int run(List<String> arguments, Voice voice) {
        try {
            return new CommandLine(new Commands(surroundings))
                    .setColorScheme(Help.defaultColorScheme(Ansi.OFF))
                    .setUsageHelpWidth(HELP_WIDTH)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setOut(surroundings.out())
                    .setErr(surroundings.err())
                    .setParameterExceptionHandler((misuse, parsed) -> misused(misuse, voice))
                    .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, arguments, voice))
                    .execute(arguments.toArray(String[]::new));
        } catch (Error e) {
            return failed(e, arguments, voice);
        }
    }

    private static int misused(ParameterException misuse, Voice voice) {
        StringWriter suggestions = new StringWriter();
        UnmatchedArgumentException.printSuggestions(misuse, new PrintWriter(suggestions, true));
        String sentence = (misuse.getMessage() + "\n" + suggestions).strip();
        voice.fail(
                sentence,
                ExitCode.USAGE,
                misuse.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private int failed(Throwable failure, List<String> arguments, Voice voice) {
        Ending ending = Ending.of(failure, arguments, crashes);
        voice.fail(ending.sentence(), ending.code(), ending.next());
        return ending.code();
    }
}
