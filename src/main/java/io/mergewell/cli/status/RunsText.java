package io.mergewell.cli.status;

import io.mergewell.cli.screen.Ages;
import io.mergewell.job.status.LiveRun;
import io.mergewell.job.status.PastRun;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The last runs of a job, the newest first: as a table, or where a terminal is too narrow for that, one below the other.
 * What their words mean is said below them.
 */
final class RunsText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String ROW = "%-19s  %8s  %-8s  %-11s  %4s  %9s  %9s  %8s  %8s  %s";
    private static final String INTERRUPTED = "interrupted";
    private static final String ABANDONED = "ABANDONED";

    private final List<PastRun> runs;
    private final boolean newestMayBeAlive;

    /** @param newestMayBeAlive whether a run is at work of which nothing more is known */
    RunsText(List<PastRun> runs, boolean newestMayBeAlive) {
        this.runs = List.copyOf(runs);
        this.newestMayBeAlive = newestMayBeAlive;
    }

    /** @param columns how many characters a line holds */
    List<String> lines(int columns) {
        List<String> lines = new ArrayList<>(table());
        if (lines.stream().anyMatch(line -> line.length() > columns)) {
            lines.clear();
            runs.forEach(run -> lines.addAll(block(run)));
        }
        lines.addAll(legend());
        return lines;
    }

    private List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(format(
                ROW,
                "started (UTC)",
                "took",
                "command",
                "status",
                "code",
                "in mirror",
                "read",
                "calls",
                "tokens",
                "run"));
        for (PastRun run : runs) {
            lines.add(format(
                    ROW,
                    TIME.format(run.startedAt()),
                    took(run),
                    run.command(),
                    status(run),
                    run.exitCode() == null ? "-" : run.exitCode(),
                    number(run.persons()),
                    number(run.read()),
                    cost(run, run.calls()),
                    cost(run, run.tokens()),
                    run.runId()));
        }
        return lines;
    }

    private List<String> block(PastRun run) {
        return List.of(
                run.runId() + " " + run.command(),
                "  " + status(run) + (run.exitCode() == null ? "" : ", code " + run.exitCode()),
                "  " + TIME.format(run.startedAt()) + " UTC, " + took(run),
                "  in mirror " + number(run.persons()) + ", read " + number(run.read()),
                "  calls " + cost(run, run.calls()) + ", tokens " + cost(run, run.tokens()));
    }

    private List<String> legend() {
        List<String> lines = new ArrayList<>();
        if (runs.stream().map(this::status).anyMatch(INTERRUPTED::equals)) {
            lines.add("interrupted: it was killed, or its machine went down. The same command goes on with it.");
        }
        if (runs.stream().map(this::status).anyMatch(ABANDONED::equals)) {
            lines.add(
                    "ABANDONED: given up unfinished, for other work or a newer run. What it did stands, and later runs"
                            + " know it.");
        }
        if (runs.stream().anyMatch(this::isCountedLow)) {
            lines.add("+: or more. What an interrupted run asked the CRM after its last commit is not counted.");
        }
        return lines;
    }

    private String status(PastRun run) {
        boolean interrupted = run.endedAt() == null && run.status().equals(LiveRun.RUNNING) && !mayBeAlive(run);
        return interrupted ? INTERRUPTED : run.status();
    }

    /** The one at work is not among the past ones, unless all that is known is that something is at work. */
    private boolean mayBeAlive(PastRun run) {
        return newestMayBeAlive && run.equals(runs.get(0));
    }

    private boolean isCountedLow(PastRun run) {
        return run.countedLow() && !mayBeAlive(run);
    }

    private String cost(PastRun run, long count) {
        return number(count) + (isCountedLow(run) ? "+" : "");
    }

    private static String took(PastRun run) {
        Instant end = run.endedAt();
        return end == null ? "-" : Ages.taken(Duration.between(run.startedAt(), end));
    }

    private static String number(@Nullable Long count) {
        return count == null ? "-" : format("%,d", count);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
