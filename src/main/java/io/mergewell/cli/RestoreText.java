package io.mergewell.cli;

import io.mergewell.apply.restore.Prospect;
import io.mergewell.job.NextCommand;
import io.mergewell.review.Counted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;

/** What can come back of an apply run, for a reader: ids and counts, no value of a person. */
final class RestoreText {

    private static final String LOST = "  %-14s  %-14s  %s";
    private static final String SURVIVOR = "  %-14s  %-34s  %s";

    private RestoreText() {}

    /** The lines to print; the last is what to do next. */
    static List<String> of(Prospect prospect, Path job, String run) {
        List<String> lines = new ArrayList<>();
        lines.add("Run " + run + " applied " + Counted.of(prospect.merges(), "merge") + " and "
                + Counted.of(prospect.deletions(), "deletion") + "; " + Counted.of(prospect.done(), "row")
                + " of these restored before.");
        if (prospect.people().isEmpty()) {
            lines.add("Nothing is left to restore.");
            lines.add("Next: " + NextCommand.of("dry-run", job));
            return lines;
        }
        lines.addAll(people(prospect));
        lines.addAll(survivors(prospect.survivors()));
        lines.add("Whoever is created anew has a new id: crosswalk.csv leads from the old one to it.");
        lines.add("Nothing has been changed.");
        lines.add("Next: "
                + (prospect.automatic()
                        ? NextCommand.of("restore", job, run, "--yes")
                        : NextCommand.of("status", job)));
        return lines;
    }

    private static List<String> people(Prospect prospect) {
        List<String> lines = new ArrayList<>();
        lines.add(
                prospect.automatic()
                        ? Counted.of(prospect.people().size(), "person") + " can be created anew:"
                        : "This system lets nobody be created by this version. From snapshots.jsonl, by hand, "
                                + Counted.of(prospect.people().size(), "person") + ":");
        lines.add(format(LOST, "person", "survivor", "stays with the survivor"));
        for (Prospect.Lost lost : prospect.people()) {
            lines.add(format(
                    LOST,
                    lost.person(),
                    lost.survivor() == null ? "-" : lost.survivor(),
                    lost.stays().isEmpty() ? "-" : lost.stays()));
        }
        return lines;
    }

    private static List<String> survivors(List<Prospect.Survivor> survivors) {
        if (survivors.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(Counted.of(survivors.size(), "survivor") + " of merges:");
        lines.add(format(SURVIVOR, "survivor", "put back as before", "changed since, stays"));
        for (Prospect.Survivor survivor : survivors) {
            lines.add(
                    survivor.present()
                            ? format(SURVIVOR, survivor.person(), names(survivor.fields()), names(survivor.kept()))
                            : format(SURVIVOR, survivor.person(), "gone by now: gets nothing back", "-"));
            if (!survivor.byHand().isEmpty()) {
                lines.add("    to be put back by hand: " + names(survivor.byHand()));
            }
        }
        return lines;
    }

    private static String names(SortedSet<String> fields) {
        return fields.isEmpty() ? "-" : String.join(", ", fields);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values).stripTrailing();
    }
}
