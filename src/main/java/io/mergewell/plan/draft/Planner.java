package io.mergewell.plan.draft;

import io.mergewell.match.Thresholds;
import io.mergewell.normalise.Phones;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlanSettings;
import io.mergewell.plan.PlannedGroup;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the plan: groups become rows that a person can decide on. The same input, in any order, makes the same plan. */
public final class Planner {

    private static final int THRESHOLD_DIGITS = 6;

    private final PlanSettings settings;
    private final Thresholds thresholds;
    private final GroupPlanner groupPlanner;
    private final Parts parts;
    private final Shells shellPlanner;
    private final RailCheck rails;

    /**
     * A planner for one system and one job.
     *
     * @param capabilities of the system the persons are in
     * @param thresholds those that matching used
     * @param phoneRegion ISO 3166 code of the region of numbers without a country code; null where none is assumed
     */
    public Planner(
            PlanSettings settings, Capabilities capabilities, Thresholds thresholds, @Nullable String phoneRegion) {
        this.settings = settings;
        this.thresholds = thresholds;
        this.groupPlanner = new GroupPlanner(settings, capabilities, thresholds, new Phones(phoneRegion));
        this.parts = new Parts(thresholds.review());
        this.shellPlanner = new Shells(capabilities);
        this.rails = new RailCheck(settings);
    }

    /**
     * Plans everything. Members that are gone leave their group; a group of which fewer than two are left is no group.
     *
     * @param job name of the job
     * @param persons size of the base: all persons that were matched
     * @param groups in any order
     * @param shells candidates for empty shells, in any order: those that are none, or are in a group, are left out
     * @throws IllegalArgumentException if a person is in two groups
     */
    public Plan plan(String job, long persons, List<MatchedGroup> groups, List<Person> shells) {
        List<PlannedGroup> planned = groups.parallelStream()
                .flatMap(group -> parts.of(group).stream().map(part -> plan(group, part)))
                .toList();
        List<String> notes = new ArrayList<>();
        if (!planned.isEmpty()) {
            notes.add(bands());
        }
        notes.addAll(rails.notes(planned, persons));
        notes.addAll(changesSinceMatching(groups));
        List<PlannedGroup> railed = new ArrayList<>(rails.applied(planned, persons));
        List<Person> empty = empty(shells, planned);
        if (settings.delete()) {
            empty.forEach(shell -> railed.add(shellPlanner.plan(shell)));
        } else if (!empty.isEmpty()) {
            notes.add(count(empty.size(), "empty record") + " not proposed, because plan.delete is false.");
        }
        return Plan.frozen(job, persons, railed, notes);
    }

    /**
     * Whether a record holds nothing: no name beyond a placeholder, no e-mail, no phone, no other field, nothing linked.
     * Labels and followers do not count; what is unknown does.
     */
    public static boolean isEmptyShell(Person person) {
        return Shells.isShell(person);
    }

    /** Whether a record is worth a closer look: as {@link #isEmptyShell} as far as is known of it. */
    public static boolean mayBeEmptyShell(Person person) {
        return Shells.mayBeShell(person);
    }

    /** From which scores a row is there at all, and may be AUTO. */
    private String bands() {
        String proposed = "Rows are proposed from a score of " + digits(thresholds.review());
        return thresholds.auto() > 1
                ? proposed + "; none is high enough for AUTO in this data."
                : proposed + "; AUTO takes " + digits(thresholds.auto()) + " between every two records of a group.";
    }

    private static String digits(double threshold) {
        return BigDecimal.valueOf(threshold)
                .setScale(THRESHOLD_DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private PlannedGroup plan(MatchedGroup group, List<Person> part) {
        List<Member> members = part.stream()
                .map(person -> Member.of(
                        person, group.asides().of(person.id()), group.changed().contains(person.id())))
                .toList();
        return groupPlanner.plan(members, new PairTable(group.pairsAmong(part)));
    }

    private static List<Person> empty(List<Person> candidates, List<PlannedGroup> planned) {
        Set<PersonId> taken = planned.stream()
                .flatMap(group -> group.members().stream())
                .map(Person::id)
                .collect(Collectors.toSet());
        return candidates.stream()
                .filter(person -> !taken.contains(person.id()) && Shells.isShell(person))
                .toList();
    }

    private static List<String> changesSinceMatching(List<MatchedGroup> groups) {
        long gone = groups.stream().mapToLong(MatchedGroup::gone).sum();
        long changed =
                groups.stream().mapToLong(MatchedGroup::stillThereButChanged).sum();
        List<String> notes = new ArrayList<>();
        if (gone > 0) {
            notes.add(count(gone, "record") + " deleted or merged by others since matching: left out.");
        }
        if (changed > 0) {
            notes.add(count(changed, "record") + " changed since matching: for review, whatever the score.");
        }
        return notes;
    }

    private static String count(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
