package io.mergewell.cli.privacy;

import io.mergewell.job.JobFile;
import io.mergewell.job.NextCommand;
import io.mergewell.job.privacy.Forgot;
import io.mergewell.person.PersonId;
import io.mergewell.review.words.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was, or would be, erased of persons, for a reader: ids and places, no value of anybody. */
final class ForgetText {

    private final Forgot forgot;
    private final JobFile job;
    private final SortedSet<PersonId> persons;

    private ForgetText(Forgot forgot, JobFile job, SortedSet<PersonId> persons) {
        this.forgot = forgot;
        this.job = job;
        this.persons = new TreeSet<>(persons);
    }

    /** The lines to print; the last is what to do next. */
    static List<String> of(Forgot forgot, JobFile job, SortedSet<PersonId> persons) {
        return new ForgetText(forgot, job, persons).lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (forgot.isEmpty()) {
            lines.add(
                    "Nothing was found of " + who()
                            + (forgot.unreadable().isEmpty() ? "" : ", as far as could be searched")
                            + ": no record, no line in a file. An id is typed as the reports show it, several with spaces between.");
        } else {
            lines.add((forgot.done() ? "Erased of " : "Would be erased of ") + who() + ":");
            lines.addAll(places());
        }
        forgot.unreadable()
                .forEach(file -> lines.add("Could not be searched, since it is not as a run writes it: " + file
                        + ". Look at it yourself, and delete it or what it holds of them."));
        lines.addAll(merged());
        lines.addAll(others());
        lines.add("The CRM is not touched: what it still holds, the next dry run reads again. Erase there first.");
        lines.add("For good stay the ids, states and times of what was done, so that nothing is done twice.");
        if (!forgot.done()) {
            lines.add("Nothing has been changed.");
        } else if (!forgot.isEmpty()) {
            lines.add(PurgeText.lingering(job));
        }
        lines.add("Next: " + next());
        return lines;
    }

    private List<String> places() {
        List<String> lines = new ArrayList<>();
        add(lines, forgot.mirrored(), "record in the copy of the CRM", "records in the copy of the CRM");
        add(
                lines,
                forgot.planned(),
                "group of a plan, which can no longer be applied: the others can",
                "groups of plans, which can no longer be applied: the others can");
        add(lines, forgot.groups(), "group of the ledger, as it was reported", "groups of the ledger, as reported");
        add(
                lines,
                forgot.waiting(),
                "approved row that was to be done, and is not",
                "approved rows that were to be done, and are not");
        forgot.files().forEach(file -> lines.add("  " + file));
        return lines;
    }

    private static void add(List<String> lines, long count, String one, String many) {
        if (count > 0) {
            lines.add("  in the store: " + Counted.of(count, one, many));
        }
    }

    /** Of those whose survivors are erased with them there is nothing to say. */
    private List<String> merged() {
        return forgot.merged().entrySet().stream()
                .filter(merge -> !(persons.contains(merge.getKey()) && persons.contains(merge.getValue())))
                .map(merge -> "Person " + merge.getKey() + " went on as " + merge.getValue()
                        + ", by a merge or a restore: "
                        + (persons.contains(merge.getValue())
                                ? "what was kept of that record is not erased with this one."
                                : "what that record has from there is in the CRM, in its snapshots and in the copies of"
                                        + " it, and is not erased with this one."))
                .toList();
    }

    private List<String> others() {
        SortedSet<PersonId> linked = linked();
        if (linked.isEmpty()) {
            return List.of();
        }
        List<String> all = Stream.concat(persons.stream(), linked.stream())
                .map(PersonId::value)
                .toList();
        return List.of("Believed to be the same human being at one time: " + joined(linked)
                + ". If they are, name them as well: " + command(all));
    }

    private SortedSet<PersonId> linked() {
        SortedSet<PersonId> linked = new TreeSet<>(forgot.others());
        forgot.merged().forEach((gone, survivor) -> {
            linked.add(gone);
            linked.add(survivor);
        });
        linked.removeAll(persons);
        return linked;
    }

    private String next() {
        if (forgot.done() || (forgot.isEmpty() && forgot.unreadable().isEmpty())) {
            return NextCommand.of("status", job.path());
        }
        List<String> arguments =
                new ArrayList<>(persons.stream().map(PersonId::value).toList());
        arguments.add("--yes");
        return command(arguments);
    }

    private String command(List<String> arguments) {
        return NextCommand.of("forget", job.path(), arguments.toArray(String[]::new));
    }

    private String who() {
        return (persons.size() == 1 ? "person " : "persons ") + joined(persons);
    }

    private static String joined(SortedSet<PersonId> ids) {
        return ids.stream().map(PersonId::value).collect(Collectors.joining(", "));
    }
}
