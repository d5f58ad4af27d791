package io.mergewell.cli.restore;

import io.mergewell.apply.restore.Prospect;
import io.mergewell.job.NextCommand;
import io.mergewell.person.PersonId;
import io.mergewell.person.vocabulary.Vocabulary;
import io.mergewell.review.words.Counted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.stream.Stream;

/** What can come back of an apply run, for a reader: ids and counts, no value of a person. */
final class RestoreText {

    private static final int NARROWEST = 14;

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
        lines.addAll(survivors(prospect.survivors(), prospect.vocabulary()));
        lines.add(
                prospect.sameIds()
                        ? "Whoever comes back has the id it had. Copies of notes stay: this system deletes none."
                        : "Whoever is created anew has a new id: crosswalk.csv leads from the old one to it.");
        if (!prospect.survivors().isEmpty()) {
            lines.add(
                    "Who comes back and its survivor are remembered as NOT_DUPLICATE: no dry run proposes the two again.");
        }
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
                        ? Counted.of(prospect.people().size(), "person")
                                + (prospect.sameIds() ? " can be brought back:" : " can be created anew:")
                        : "This system lets nobody be created by this version. From snapshots.jsonl, by hand, "
                                + Counted.of(prospect.people().size(), "person") + ":");
        String columns = lost(prospect.people());
        lines.add(format(columns, "person", "survivor", "stays with the survivor"));
        for (Prospect.Lost lost : prospect.people()) {
            lines.add(format(
                    columns,
                    lost.person(),
                    lost.survivor() == null ? "-" : lost.survivor(),
                    lost.stays().isEmpty() ? "-" : lost.stays()));
        }
        return lines;
    }

    private static List<String> survivors(List<Prospect.Survivor> survivors, Vocabulary vocabulary) {
        if (survivors.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(Counted.of(survivors.size(), "survivor") + " of merges:");
        String columns = "  %-" + width(survivors.stream().map(Prospect.Survivor::person)) + "s  %-34s  %s";
        lines.add(format(columns, "survivor", "put back as before", "changed since, stays"));
        for (Prospect.Survivor survivor : survivors) {
            lines.add(
                    survivor.present()
                            ? format(
                                    columns,
                                    survivor.person(),
                                    names(vocabulary.mentioned(survivor.fields())),
                                    names(vocabulary.mentioned(survivor.kept())))
                            : format(columns, survivor.person(), "gone by now: gets nothing back", "-"));
            if (!survivor.byHand().isEmpty()) {
                lines.add("    to be put back by hand: " + names(vocabulary.mentioned(survivor.byHand())));
            }
        }
        return lines;
    }

    private static String lost(List<Prospect.Lost> people) {
        return "  %-" + width(people.stream().map(Prospect.Lost::person)) + "s  %-"
                + width(people.stream().flatMap(lost -> Stream.ofNullable(lost.survivor()))) + "s  %s";
    }

    private static int width(Stream<PersonId> ids) {
        return ids.mapToInt(id -> id.value().length()).reduce(NARROWEST, Math::max);
    }

    private static String names(SortedSet<String> fields) {
        return fields.isEmpty() ? "-" : String.join(", ", fields);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values).stripTrailing();
    }
}
