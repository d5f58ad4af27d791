package io.mergewell.cli.status;

import io.mergewell.cli.screen.Ages;
import io.mergewell.job.status.LiveRun;
import io.mergewell.job.status.PastRun;
import io.mergewell.job.status.StatusReport;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The status of a job for a reader; times in UTC. */
final class StatusText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String ROW = "%-19s  %8s  %-8s  %-11s  %4s  %9s  %9s  %7s  %7s  %s";

    private StatusText() {}

    /**
     * The lines to print; the last is what to do next.
     *
     * @param now from which ages are counted
     */
    static List<String> of(StatusReport status, Instant now) {
        List<String> lines = new ArrayList<>();
        if (status.live() != null) {
            lines.addAll(live(status.live()));
        }
        if (status.note() != null) {
            lines.add(status.note());
        }
        if (!status.runs().isEmpty()) {
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
            status.runs().forEach(run -> lines.add(row(run, mayBeAlive(status, run))));
            lines.addAll(why(status.runs().get(0)));
        } else if (status.live() == null && status.note() == null) {
            lines.add("Job " + status.job() + " has not run yet.");
        }
        if (status.standing() != null) {
            lines.addAll(new StandingText(status.standing(), now).lines());
        }
        if (status.approvals() != null) {
            lines.add(status.approvals());
        }
        if (status.latestReport() != null) {
            lines.add("Newest report: " + status.latestReport());
        }
        lines.add("Next: " + status.nextStep());
        return lines;
    }

    private static List<String> why(PastRun newest) {
        return newest.why() == null ? List.of() : List.of("The newest ended early: " + newest.why());
    }

    private static List<String> live(LiveRun run) {
        return List.of(
                format(
                        "Job %s is at work since %s: %s, step %s%s.",
                        run.job(),
                        time(run.startedAt()),
                        run.command(),
                        run.step(),
                        run.progress().isEmpty() ? "" : ", " + run.progress()),
                format(
                        "Run %s in process %d on %s, last heard of at %s.",
                        run.runId(), run.process(), run.host(), time(run.updatedAt())));
    }

    /** The one at work is not among the past ones, unless all that is known is that something is at work. */
    private static boolean mayBeAlive(StatusReport status, PastRun run) {
        return status.live() == null
                && status.note() != null
                && run.equals(status.runs().get(0));
    }

    private static String row(PastRun run, boolean mayBeAlive) {
        boolean interrupted = run.endedAt() == null && run.status().equals(LiveRun.RUNNING) && !mayBeAlive;
        return format(
                ROW,
                time(run.startedAt()),
                run.endedAt() == null ? "-" : Ages.taken(Duration.between(run.startedAt(), run.endedAt())),
                run.command(),
                interrupted ? "interrupted" : run.status(),
                run.exitCode() == null ? "-" : run.exitCode(),
                number(run.persons()),
                number(run.read()),
                number(run.calls()),
                number(run.tokens()),
                run.runId());
    }

    private static String number(@Nullable Long count) {
        return count == null ? "-" : format("%,d", count);
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
