package io.mergewell.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IHelpSectionRenderer;

/** The commands as {@code --help} lists them: under what they are for, those that are typed most first. */
final class CommandList implements IHelpSectionRenderer {

    private static final int NAMES = 14;
    private static final int INDENT = 2;

    private static final List<Section> SECTIONS = List.of(
            new Section("Each night", List.of("dry-run", "apply")),
            new Section("How it stands, and why", List.of("status", "explain")),
            new Section("What was decided, and the way back", List.of("decisions", "restore")),
            new Section("Before a setting is changed", List.of("evaluate", "compare", "benchmark")),
            new Section("For the sake of the persons", List.of("purge", "forget", "mask")),
            new Section("To begin with", List.of("sandbox", "job-file", "completion")));

    private static final String IN_A_CLONE = "In a clone of the sources";

    /** What run.sh does itself. */
    private static final List<List<String>> OF_THE_SCRIPT = List.of(
            List.of("test", "Runs the test suite."),
            List.of("soak", "Plays kills and faults by chance against apply: [--seed S] [--minutes M]."));

    /** Commands that serve one purpose, by their names. */
    private record Section(String heading, List<String> commands) {}

    @Override
    public String render(Help help) {
        StringBuilder list = new StringBuilder();
        for (Section section : SECTIONS) {
            list.append(heading(help, section.heading()));
            TextTable table = table(help);
            section.commands().stream()
                    .map(help.commandSpec().subcommands()::get)
                    .forEach(command -> add(table, help, command));
            list.append(table);
        }
        list.append(heading(help, IN_A_CLONE));
        TextTable table = table(help);
        OF_THE_SCRIPT.forEach(
                row -> table.addRowValues(help.colorScheme().commandText(row.get(0)), text(help, row.get(1))));
        return list.append(table).toString();
    }

    private static String heading(Help help, String words) {
        return String.format("%n%s%n", text(help, "@|bold " + words + "|@"));
    }

    private static TextTable table(Help help) {
        int width = help.commandSpec().usageMessage().width();
        TextTable table = TextTable.forColumns(
                help.colorScheme(),
                new Column(NAMES, INDENT, Overflow.SPAN),
                new Column(width - NAMES, INDENT, Overflow.WRAP));
        table.indentWrappedLines = 0;
        return table;
    }

    private static void add(TextTable table, Help help, CommandLine command) {
        String header = String.join(" ", command.getCommandSpec().usageMessage().header());
        table.addRowValues(help.colorScheme().commandText(command.getCommandName()), text(help, header));
    }

    private static Text text(Help help, String text) {
        return help.colorScheme().text(text);
    }
}
