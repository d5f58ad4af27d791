package io.mergewell.cli.status;

import io.mergewell.cli.screen.Ages;
import io.mergewell.job.status.standing.InboxStanding;
import io.mergewell.job.status.standing.MirrorStanding;
import io.mergewell.job.status.standing.PlanStanding;
import io.mergewell.job.status.standing.Standing;
import io.mergewell.job.status.standing.TodayStanding;
import io.mergewell.review.words.Counted;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.ledger.OpenRows;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a job's store holds, for a reader: counts, keys and times, no value of a person. */
final class StandingText {

    private static final int FILES_SHOWN = 5;

    private final Standing standing;
    private final Instant now;

    StandingText(Standing standing, Instant now) {
        this.standing = standing;
        this.now = now;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (standing.mirror() != null) {
            lines.add(mirror(standing.mirror()));
        }
        if (standing.plan() != null) {
            lines.add(plan(standing.plan()));
        }
        lines.addAll(inbox(standing.inbox()));
        lines.addAll(open(standing.open()));
        lines.add(today(standing.today()));
        if (!standing.decisions().isEmpty()) {
            lines.add("Decisions remembered: "
                    + standing.decisions().entrySet().stream()
                            .map(kind -> Counted.number(kind.getValue()) + " " + kind.getKey())
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return lines;
    }

    private String mirror(MirrorStanding mirror) {
        StringBuilder line = new StringBuilder("Mirror: ");
        if (mirror.sweptAt() == null) {
            line.append("never whole yet");
        } else {
            Instant readAt = mirror.readAt() == null ? mirror.sweptAt() : mirror.readAt();
            line.append(Counted.of(mirror.persons(), "person"))
                    .append(", as of ")
                    .append(Ages.past(readAt, now));
            line.append("; everybody was read last at ").append(Ages.time(mirror.sweptAt()));
            line.append(
                    mirror.nextSweep() == null
                            ? ", and is at the next read"
                            : ", and is again from " + Ages.time(mirror.nextSweep()) + " on");
        }
        if (mirror.halfRead() != null) {
            line.append("; a read has begun and not ended, ")
                    .append(Counted.of(mirror.halfRead(), "person"))
                    .append(" so far");
        }
        if (mirror.doubted() != null) {
            line.append("; the last full read found only ")
                    .append(Counted.number(mirror.doubted()))
                    .append(", which is believed if the next one does, too");
        }
        return line.append(".").toString();
    }

    private String plan(PlanStanding plan) {
        StringBuilder line = new StringBuilder("Plan ").append(plan.id()).append(": ");
        PlanStanding.Counts counts = plan.counts();
        if (counts != null) {
            line.append(Counted.of(counts.groups(), "group"))
                    .append(
                            counts.emptyRecords() == 0
                                    ? ""
                                    : " and " + Counted.of(counts.emptyRecords(), "empty record"))
                    .append("; ")
                    .append(Counted.of(counts.merges(), "merge"))
                    .append(", ")
                    .append(Counted.of(counts.deletes(), "delete"))
                    .append(", ")
                    .append(Counted.number(counts.none()))
                    .append(" for people; ")
                    .append(Counted.number(counts.auto()))
                    .append(" AUTO, ")
                    .append(Counted.number(counts.review()))
                    .append(" REVIEW. ");
        }
        line.append("Frozen at ").append(Ages.past(plan.frozenAt(), now));
        return line.append(plan.valid() ? "; can be applied until " : "; could be applied until ")
                .append(Ages.time(plan.validUntil()))
                .append(plan.valid() ? "." : ": a dry run makes a new one.")
                .toString();
    }

    private static List<String> inbox(InboxStanding inbox) {
        if (inbox.refused() != null) {
            return List.of("Inbox " + inbox.folder() + ": apply would refuse it.", "  " + inbox.refused());
        }
        if (inbox.waiting().isEmpty()) {
            return List.of("Inbox " + inbox.folder() + ": nothing waits"
                    + (inbox.taken() == 0
                            ? "."
                            : "; " + Counted.of(inbox.taken(), "review") + " in it had been taken before."));
        }
        List<String> lines = new ArrayList<>();
        lines.add("Inbox " + inbox.folder() + ": " + Counted.of(inbox.waiting().size(), "decided review")
                + " for the next apply.");
        inbox.waiting().stream().limit(FILES_SHOWN).map(Path::getFileName).forEach(name -> lines.add("  " + name));
        int more = inbox.waiting().size() - FILES_SHOWN;
        if (more > 0) {
            lines.add("  and " + Counted.number(more) + " more");
        }
        return lines;
    }

    private static List<String> open(OpenRows open) {
        if (open.count() == 0) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("Open rows, the first approved first:");
        open.first().forEach(row -> lines.add(row(row, open.inDoubt().contains(row.rowKey()))));
        long more = open.count() - open.first().size();
        if (more > 0) {
            lines.add("  and " + Counted.number(more) + " more");
        }
        return lines;
    }

    private static String row(LedgerRow row, boolean inDoubt) {
        String begun = inDoubt ? "a call was sent whose outcome is not known" : "not begun, or in the midst of it";
        return String.format(
                Locale.ROOT,
                "  %s  %-8s  %-6s  %s",
                row.rowKey(),
                row.state(),
                row.kind().name().toLowerCase(Locale.ROOT),
                row.reason().isEmpty() ? begun : row.reason());
    }

    private static String today(TodayStanding today) {
        return "Today (" + today.day() + "): " + cap(today.merges(), "merges") + ", " + cap(today.deletes(), "deletes")
                + ", " + cap(today.tokens(), "tokens") + " used by apply; "
                + Counted.number(today.merges().left()) + " merges, "
                + Counted.number(today.deletes().left()) + " deletes and "
                + Counted.number(today.tokens().left()) + " tokens left.";
    }

    private static String cap(TodayStanding.Cap cap, String what) {
        return Counted.number(cap.used()) + " of " + Counted.number(cap.most()) + " " + what;
    }
}
