package io.mergewell.plan.draft;

import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Band;
import io.mergewell.plan.Doubt;
import io.mergewell.plan.GuardRails;
import io.mergewell.plan.PlanSettings;
import io.mergewell.plan.PlannedGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Holds a plan against its guard rails. More changes than a share of the base are a sign of something wrong rather than
 * of many duplicates: then nothing is AUTO. The caps per day are kept by apply, which goes on the next day; here they
 * are only announced.
 */
final class RailCheck {

    private final PlanSettings settings;

    RailCheck(PlanSettings settings) {
        this.settings = settings;
    }

    /** The groups, none of them AUTO any more if there are too many. */
    List<PlannedGroup> applied(List<PlannedGroup> groups, long persons) {
        return isTooMuch(groups, persons)
                ? groups.stream().map(RailCheck::forPeople).toList()
                : groups;
    }

    private static PlannedGroup forPeople(PlannedGroup group) {
        return group.band() == Band.AUTO ? group.doubted(List.of(new Doubt.TooManyChanges())) : group;
    }

    /** Sentences on the rails that were met by these groups, as they were before {@link #applied}. */
    List<String> notes(List<PlannedGroup> groups, long persons) {
        List<String> notes = new ArrayList<>();
        GuardRails rails = settings.rails();
        long merges = auto(groups, ActionKind.MERGE);
        long deletes = auto(groups, ActionKind.DELETE);
        if (isTooMuch(groups, persons)) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d %s would be AUTO. That is more changes than apply.max-share %s of the %,d persons allows, so"
                            + " every row is REVIEW.",
                    merges + deletes,
                    merges + deletes == 1 ? "row" : "rows",
                    rails.maxShare(),
                    persons));
        } else {
            addCap(notes, merges, rails.maxMerges(), "merges");
            addCap(notes, deletes, rails.maxDeletes(), "deletes");
        }
        addLargeGroups(notes, groups);
        return notes;
    }

    private boolean isTooMuch(List<PlannedGroup> groups, long persons) {
        long changes = auto(groups, ActionKind.MERGE) + auto(groups, ActionKind.DELETE);
        return changes > settings.rails().maxShare() * persons;
    }

    private void addLargeGroups(List<String> notes, List<PlannedGroup> groups) {
        List<Integer> large = groups.stream()
                .map(group -> group.members().size())
                .filter(size -> size > settings.maxGroup())
                .sorted()
                .toList();
        if (!large.isEmpty()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "Groups with more than max-group %d records: %,d; the largest has %,d. None of them is AUTO.",
                    settings.maxGroup(),
                    large.size(),
                    large.get(large.size() - 1)));
        }
    }

    private static void addCap(List<String> notes, long planned, int cap, String what) {
        if (planned > cap) {
            notes.add(
                    String.format(Locale.ROOT, "%,d %s are AUTO; at most %,d are applied a day.", planned, what, cap));
        }
    }

    private static long auto(List<PlannedGroup> groups, ActionKind kind) {
        return groups.stream()
                .flatMap(group -> group.actions().stream())
                .filter(action -> action.band() == Band.AUTO && action.kind() == kind)
                .count();
    }
}
