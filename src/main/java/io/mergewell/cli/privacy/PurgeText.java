package io.mergewell.cli.privacy;

import io.mergewell.job.JobFile;
import io.mergewell.job.KeepSettings;
import io.mergewell.job.NextCommand;
import io.mergewell.job.privacy.Purged;
import io.mergewell.review.words.Counted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a purge took away or would, for a reader. */
final class PurgeText {

    private PurgeText() {}

    /** The lines to print; the last is what to do next. */
    static List<String> of(Purged purged, JobFile job) {
        List<String> lines = new ArrayList<>();
        KeepSettings keep = job.keep();
        lines.add("Kept: reports " + days(keep.reports()) + ", snapshots " + days(keep.snapshots())
                + ", the mirror without a read " + days(keep.mirror()) + "; plans as long as they can be applied.");
        if (purged.isEmpty()) {
            lines.add("Nothing is older than that.");
        } else {
            lines.add(purged.done() ? "Gone:" : "Would go:");
            purged.files().forEach(file -> lines.add("  " + file.path() + "  " + Counted.of(file.bytes(), "byte")));
            lines.addAll(rows(purged.store()));
        }
        purged.kept().forEach(lines::add);
        purged.foreign().forEach(file -> lines.add("Stays, since it is not of this program's making: " + file));
        lines.add("For good stay the ids, states and times of what was done, the crosswalk and the decisions, so that"
                + " nothing is done twice.");
        lines.add(ending(purged, job));
        lines.add("Next: " + next(purged, job));
        return lines;
    }

    /** The command to type now. */
    static String next(Purged purged, JobFile job) {
        return purged.done() || purged.isEmpty()
                ? NextCommand.of("status", job.path())
                : NextCommand.of("purge", job.path(), "--yes");
    }

    /** What a database file keeps of deleted rows, and who can do something about it. */
    static String lingering(JobFile job) {
        return job.store().url().startsWith("jdbc:postgresql:")
                ? "The server's files hold deleted rows until it has cleaned up: its administrator can run VACUUM FULL."
                        + " Backups are not touched."
                : "The store's file was written anew without what was deleted. Backups are not touched.";
    }

    private static String ending(Purged purged, JobFile job) {
        return purged.done() ? lingering(job) : "Nothing has been changed.";
    }

    private static List<String> rows(Purged.Rows rows) {
        List<String> lines = new ArrayList<>();
        add(lines, rows.plans(), "plan that can no longer be applied", "plans that can no longer be applied");
        add(lines, rows.groups(), "group of settled rows, as it was reported", "groups of settled rows, as reported");
        add(lines, rows.notes(), "note of a reviewer", "notes of reviewers");
        if (rows.mirror()) {
            lines.add("  in the store: the mirror of " + Counted.of(rows.persons(), "person")
                    + "; the next dry run reads everything");
        }
        return lines;
    }

    private static void add(List<String> lines, long count, String one, String many) {
        if (count > 0) {
            lines.add("  in the store: " + Counted.of(count, one, many));
        }
    }

    private static String days(Duration duration) {
        return duration.toHours() % 24 == 0
                ? Counted.of(duration.toDays(), "day")
                : Counted.of(duration.toHours(), "hour");
    }
}
