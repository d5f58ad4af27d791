package io.mergewell.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mergewell.cli.ending.CrashFile;
import io.mergewell.cli.ending.Ending;
import io.mergewell.cli.ending.ExitCode;
import io.mergewell.cli.ending.FailureJson;
import io.mergewell.cli.screen.BottomLine;
import io.mergewell.cli.screen.Screen;
import io.mergewell.cli.voice.EcsLog;
import io.mergewell.cli.voice.LogFormat;
import io.mergewell.cli.voice.Surroundings;
import io.mergewell.cli.voice.Termination;
import io.mergewell.cli.voice.Voice;
import io.mergewell.job.StopSignal;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;

/**
 * The door to the world: arguments in, exit code out. Whatever happens in between ends as a sentence, never as a stack
 * trace, and the last line is what to type next.
 */
public final class Terminal {

    private static final int HELP_WIDTH = 110;

    /** What the library needs at least. */
    private static final int NARROWEST_HELP = 55;

    private final Surroundings surroundings;
    private final CrashFile crashes;

    Terminal(Surroundings surroundings, CrashFile crashes) {
        this.surroundings = surroundings;
        this.crashes = crashes;
    }

    /** Runs a command line on this process's own streams and returns the code to exit with. */
    public static int run(String... arguments) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> overheard(failure));
        Map<String, String> environment = System.getenv();
        Screen screen = Screen.of(environment, System.getProperties(), System.err);
        if (screen.bottom() != null) {
            watchedBy(screen.bottom());
        }
        try (Termination termination = new Termination(StopSignal::onTermination)) {
            Surroundings surroundings = new Surroundings(
                    new PrintWriter(System.out, true, UTF_8),
                    new PrintWriter(System.err, true, UTF_8),
                    screen,
                    environment,
                    Clock.systemUTC(),
                    termination,
                    Path.of(System.getProperty("mergewell.home", "")));
            CrashFile crashes = new CrashFile(Path.of("reports"), surroundings.clock());
            return new Terminal(surroundings, crashes).run(List.of(arguments));
        }
    }

    /** What ended a thread of a library. Where memory ends, several do, and the command says so once; no memory is asked. */
    private static void overheard(Throwable failure) {
        if (!(failure instanceof OutOfMemoryError)) {
            failure.printStackTrace();
        }
    }

    /** Libraries write to standard error, too. When the process is asked to end, the bottom line goes at once. */
    private static void watchedBy(BottomLine bottom) {
        System.setErr(new PrintStream(bottom, true, UTF_8));
        Runtime.getRuntime().addShutdownHook(new Thread(bottom::end, "bottom line"));
    }

    int run(List<String> arguments) {
        LogFormat format = LogFormat.askedFor(arguments);
        Voice voice = Voice.of(format, surroundings);
        if (format == LogFormat.TEXT) {
            return run(arguments, voice);
        }
        try (EcsLog log = new EcsLog(surroundings.err())) {
            return log.during(() -> run(arguments, voice));
        }
    }

    private int run(List<String> arguments, Voice voice) {
        try {
            return Commands.inFull(surroundings)
                    .setColorScheme(
                            Help.defaultColorScheme(surroundings.screen().out()))
                    .setUsageHelpWidth(helpWidth())
                    .setOut(surroundings.out())
                    .setErr(surroundings.err())
                    .setParameterExceptionHandler((misuse, parsed) -> misused(misuse, arguments, voice))
                    .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, arguments, voice))
                    .execute(arguments.toArray(String[]::new));
        } catch (Error e) {
            return failed(e, arguments, voice);
        }
    }

    private int helpWidth() {
        int width = surroundings.screen().width().orElse(HELP_WIDTH);
        return Math.max(NARROWEST_HELP, Math.min(HELP_WIDTH, width));
    }

    private int misused(ParameterException misuse, List<String> arguments, Voice voice) {
        String help = misuse.getCommandLine().getCommandSpec().qualifiedName() + " --help";
        return fail(new Ending(ExitCode.USAGE, Misuse.sentence(misuse), help), arguments, voice);
    }

    private int failed(Throwable failure, List<String> arguments, Voice voice) {
        return fail(Ending.of(failure, arguments, crashes), arguments, voice);
    }

    private int fail(Ending ending, List<String> arguments, Voice voice) {
        if (FailureJson.isAskedFor(arguments)) {
            surroundings.out().println(FailureJson.of(ending.code(), ending.sentence(), ending.next()));
            surroundings.out().flush();
        }
        voice.fail(ending.sentence(), ending.code(), ending.next());
        return ending.code();
    }
}
