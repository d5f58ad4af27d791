package io.mergewell.cli.explain;

import io.mergewell.person.PersonId;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.review.words.BandReasons;
import io.mergewell.review.words.Counted;
import io.mergewell.review.words.Scores;
import io.mergewell.store.Store;
import io.mergewell.store.memory.Plans;
import io.mergewell.store.memory.Run;
import io.mergewell.store.memory.Runs;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where two persons are in the newest plan.
 *
 * @param ofOne the group of the first; null if it is in none
 * @param ofOther the group of the second; null if it is in none
 */
record PlanPlace(
        String planId,
        PersonId one,
        @Nullable PlannedGroup ofOne,
        PersonId other,
        @Nullable PlannedGroup ofOther) {

    private static final int RUNS_LOOKED_THROUGH = 100;

    /** Empty if there is no plan, or it is damaged, which apply would say. */
    static Optional<PlanPlace> find(Store store, String job, PersonId one, PersonId other) {
        Plans plans = new Plans(store, job);
        try {
            return new Runs(store)
                    .newest(RUNS_LOOKED_THROUGH).stream()
                            .map(Run::planId)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .flatMap(plans::find)
                            .map(plan -> new PlanPlace(plan.id(), one, group(plan, one), other, group(plan, other)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable PlannedGroup group(Plan plan, PersonId person) {
        return plan.groups().stream()
                .filter(group ->
                        group.members().stream().anyMatch(member -> member.id().equals(person)))
                .findFirst()
                .orElse(null);
    }

    /** Whether one group of the plan holds both. */
    boolean together() {
        return ofOne != null && ofOther != null && ofOne.id().equals(ofOther.id());
    }

    /** For a reader. */
    List<String> lines() {
        if (ofOne == null && ofOther == null) {
            return List.of("Plan " + planId + " proposes nothing for either.");
        }
        if (ofOne != null && together()) {
            String both = "In plan " + planId + " both are in group " + text(ofOne) + ".";
            return Stream.of(Stream.of(both), rows(ofOne).map(PlanPlace::text), why(ofOne))
                    .flatMap(lines -> lines)
                    .toList();
        }
        return List.of("In plan " + planId + ", " + one + " is in " + text(ofOne, "group ") + ", " + other + " in "
                + text(ofOther, "group ") + ".");
    }

    private static Stream<String> why(PlannedGroup group) {
        List<String> reasons = BandReasons.withoutValues(group);
        String band = "It is " + group.band() + ", because";
        return switch (reasons.size()) {
            case 0 -> Stream.empty();
            case 1 -> Stream.of(band + ": " + reasons.get(0));
            default -> Stream.concat(Stream.of(band + ":"), reasons.stream().map(reason -> "  " + reason));
        };
    }

    private Stream<PlannedAction> rows(PlannedGroup group) {
        return group.actions().stream()
                .filter(action ->
                        action.duplicate().equals(one) || action.duplicate().equals(other));
    }

    private static String text(@Nullable PlannedGroup group, String before) {
        return group == null ? "none" : before + text(group);
    }

    private static String text(PlannedGroup group) {
        return group.id() + " (" + group.band() + ", "
                + Counted.of(group.members().size(), "record")
                + (group.survivor() == null ? "" : ", survivor " + group.survivor()) + ")";
    }

    private static String text(PlannedAction row) {
        return "  row " + row.rowKey() + ": " + row.kind().name().toLowerCase(Locale.ROOT) + " " + row.duplicate()
                + ", " + row.band() + ", score " + Scores.text(row.score());
    }
}
