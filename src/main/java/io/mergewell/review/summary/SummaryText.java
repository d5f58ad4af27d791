package io.mergewell.review.summary;

import io.mergewell.review.summary.Summary.Counts;
import io.mergewell.review.words.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A summary in words, for the terminal. */
public final class SummaryText {

    private SummaryText() {}

    /** A few lines without personal data; the last is the next command to type. */
    public static String of(Summary summary) {
        List<String> lines = new ArrayList<>();
        lines.add(
                switch (summary.command()) {
                    case "apply" -> applied(summary.counts());
                    case "restore" -> restored(summary.counts());
                    default -> read(summary.counts());
                });
        if (summary.plan() != null) {
            lines.addAll(plan(summary.counts()));
        }
        if (summary.quality() != null) {
            lines.add(quality(summary.quality()));
        }
        if (summary.api().calls() > 0) {
            lines.add(api(summary.api(), summary.resumes() > 0));
        }
        summary.notes().forEach(note -> lines.add("Note: " + note));
        summary.artefacts().forEach(artefact -> lines.add("  " + artefact.path()));
        lines.add("Next: " + summary.nextStep());
        return String.join(System.lineSeparator(), lines);
    }

    private static String read(Counts counts) {
        return Counted.of(counts.persons(), "person") + " in the mirror, " + Counted.of(counts.pages(), "page")
                + " read in this run.";
    }

    private static List<String> plan(Counts counts) {
        long rows = counts.auto() + counts.review();
        if (rows == 0) {
            return List.of("No two records look like one human being: there is nothing to review.");
        }
        return List.of(
                Counted.of(counts.groups(), "group") + " of records that look like one human being" + empty(counts)
                        + ": "
                        + Counted.of(rows, "row") + ", " + Counted.number(counts.auto())
                        + " AUTO (near certain), " + Counted.number(counts.review()) + " REVIEW (look at them).",
                "Proposed: " + Counted.of(counts.merges(), "merge") + ", " + Counted.of(counts.deletes(), "delete")
                        + ", " + Counted.number(counts.none()) + " for people to carry out in the system itself.");
    }

    /** Records that hold nothing are proposed one by one: they are no group. */
    private static String empty(Counts counts) {
        return counts.emptyRecords() == 0 ? "" : ", and " + Counted.of(counts.emptyRecords(), "empty record");
    }

    private static String applied(Counts counts) {
        if (counts.approved() == 0) {
            return "Nothing is approved that is not done: nothing was sent.";
        }
        long waiting = counts.approved() - counts.applied() - counts.conflicts() - counts.failed();
        return Counted.of(counts.approved(), "approved row") + ": " + Counted.number(counts.applied()) + " applied"
                + reconciled(counts) + ", "
                + Counted.of(counts.conflicts(), "conflict") + ", " + Counted.number(counts.failed()) + " failed, "
                + Counted.number(waiting) + " waiting.";
    }

    private static String reconciled(Counts counts) {
        return counts.reconciled() == 0
                ? ""
                : " (" + Counted.number(counts.reconciled()) + " found out by reading the CRM)";
    }

    private static String restored(Counts counts) {
        if (counts.approved() == 0) {
            return "Everything of that run was restored before: nothing was sent.";
        }
        long waiting = counts.approved() - counts.applied() - counts.failed();
        return Counted.of(counts.approved(), "applied row") + ": " + Counted.number(counts.applied())
                + " taken back" + reconciled(counts) + ", "
                + Counted.number(counts.failed()) + " failed, " + Counted.number(waiting) + " waiting."
                + " Who came back is remembered as NOT_DUPLICATE of its survivor.";
    }

    private static String quality(Summary.Quality quality) {
        return String.format(
                Locale.ROOT,
                "Against the truth: precision %.3f, recall %.3f, F1 %.3f (pairs within the proposed groups).",
                quality.precision(),
                quality.recall(),
                quality.f1());
    }

    /** @param interrupted once at least: what was asked after the last commit before that is not counted */
    private static String api(Summary.Api api, boolean interrupted) {
        return "Cost: " + (interrupted ? "at least " : "") + Counted.of(api.calls(), "call") + ", "
                + Counted.of(api.tokens(), "token") + ", " + Counted.number(api.retries()) + " of the calls repeated.";
    }
}
