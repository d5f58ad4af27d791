package io.mergewell.cli.status;

import io.mergewell.job.status.LiveRun;
import io.mergewell.job.status.PastRun;
import io.mergewell.job.status.StatusReport;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The status of a job for a reader; times in UTC. */
final class StatusText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private StatusText() {}

    /**
     * The lines to print; the last is what to do next.
     *
     * @param now from which ages are counted
     * @param columns how many characters a line holds before it is wrapped
     */
    static List<String> of(StatusReport status, Instant now, int columns) {
        List<String> lines = new ArrayList<>();
        if (status.live() != null) {
            lines.addAll(live(status.live()));
        }
        if (status.note() != null) {
            lines.add(status.note());
        }
        if (!status.runs().isEmpty()) {
            boolean somethingIsAtWork = status.live() == null && status.note() != null;
            lines.addAll(new RunsText(status.runs(), somethingIsAtWork).lines(columns));
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
                        TIME.format(run.startedAt()),
                        run.command(),
                        run.step(),
                        run.progress().isEmpty() ? "" : ", " + run.progress()),
                format(
                        "Run %s in process %d on %s, last heard of at %s.",
                        run.runId(), run.process(), run.host(), TIME.format(run.updatedAt())));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
