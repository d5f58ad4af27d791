package io.mergewell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.mergewell.cli.screen.Screen;
import io.mergewell.cli.voice.Surroundings;
import io.mergewell.cli.voice.Termination;
import io.mergewell.job.StopSignal;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What {@code --help} says of every command. */
class HelpTests {

    private static final String PROGRAM = Commands.PROGRAM;

    @ParameterizedTest
    @MethodSource("commands")
    void showsExamplesThatCanBeTyped(CommandLine command) {
        List<String> examples = examples(command);

        assertThat(examples).as(command.getCommandName()).isNotEmpty();
        assertThat(examples).allSatisfy(example -> assertThatCode(() -> all().parseArgs(arguments(example)))
                .doesNotThrowAnyException());
        assertThat(examples)
                .anyMatch(example -> command.getCommandName().equals(PROGRAM)
                        || example.startsWith(PROGRAM + " " + command.getCommandName()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void explainsEveryOptionAndFitsInATerminal(CommandLine command) {
        assertThat(command.getCommandSpec().options()).allSatisfy(option -> assertThat(option.description())
                .as(option.longestName())
                .isNotEmpty());
        assertThat(command.getUsageMessage(CommandLine.Help.Ansi.OFF).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(110));
    }

    @Test
    void knowsAllCommands() {
        assertThat(all().getSubcommands())
                .containsKeys("dry-run", "apply", "restore", "status", "explain", "decisions", "evaluate");
    }

    @Test
    void listsEachCommandOnceAndThoseOfANightFirst() {
        CommandLine all = all();
        List<String> listed = all.getUsageMessage(CommandLine.Help.Ansi.OFF)
                .lines()
                .filter(line -> line.matches("  [a-z][a-z-]+ +\\S.*"))
                .map(line -> line.strip().split(" ")[0])
                .toList();

        assertThat(listed).startsWith("dry-run", "apply", "status", "explain").endsWith("test", "soak");
        assertThat(listed.subList(0, listed.size() - 2))
                .containsExactlyInAnyOrderElementsOf(all.getSubcommands().keySet());
    }

    static Stream<CommandLine> commands() {
        CommandLine all = all();
        return Stream.concat(Stream.of(all), all.getSubcommands().values().stream());
    }

    private static CommandLine all() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Termination never = new Termination(patience -> new StopSignal());
        return Commands.inFull(new Surroundings(nowhere, nowhere, Screen.NONE, Map.of(), Typed.NOW, never, Path.of("")))
                .setUsageHelpWidth(110);
    }

    private static List<String> examples(CommandLine command) {
        return Arrays.stream(command.getCommandSpec().usageMessage().footer())
                .map(String::strip)
                .map(line -> line.replaceFirst("^source <\\((.*)\\)$", "$1"))
                .filter(line -> line.startsWith(PROGRAM))
                .toList();
    }

    /** As a shell would split it; what is redirected is the shell's. */
    private static String[] arguments(String example) {
        return example.substring(PROGRAM.length())
                .replaceFirst(" >.*", "")
                .strip()
                .transform(line -> line.isEmpty() ? new String[0] : line.split(" +"));
    }
}
