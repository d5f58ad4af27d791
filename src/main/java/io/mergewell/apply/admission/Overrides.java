package io.mergewell.apply.admission;

import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.review.decided.DecidedRow;
import io.mergewell.review.decided.Place;
import io.mergewell.review.decided.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom the rows of one group want to survive: nobody in particular, or all the same member. */
final class Overrides {

    private final PlannedGroup group;
    private final List<Problem> problems;
    private @Nullable PersonId named;
    private @Nullable Place first;

    /** @param problems takes what is wrong */
    Overrides(PlannedGroup group, List<Problem> problems) {
        this.group = group;
        this.problems = problems;
    }

    void take(DecidedRow row) {
        if (row.overrideSurvivor().isEmpty()) {
            return;
        }
        Optional<PersonId> member = member(row.overrideSurvivor());
        if (group.isEmptyShell()) {
            problem(row, "an empty record has no survivor to override.");
        } else if (group.actions().stream().anyMatch(action -> action.kind() == ActionKind.NONE)) {
            problem(row, "action NONE is for reading, so that there is no survivor to override.");
        } else if (member.isEmpty()) {
            problem(
                    row,
                    "override_survivor_id is of nobody in group " + group.id()
                            + ". Take it from survivor_id or duplicate_id of the group's rows; a spreadsheet may have"
                            + " rewritten a long number.");
        } else if (named == null) {
            named = member.get();
            first = row.place();
        } else if (!named.equals(member.get())) {
            problem(row, "override_survivor_id is another than that of the same group in " + first + ".");
        }
    }

    /** Null if the planned survivor stays. */
    @Nullable
    PersonId survivor() {
        return named == null || named.equals(group.survivor()) ? null : named;
    }

    /** An id may be written with the apostrophe that keeps spreadsheets from taking it for a number. */
    private Optional<PersonId> member(String written) {
        return find(written).or(() -> written.startsWith("'") ? find(written.substring(1)) : Optional.empty());
    }

    private Optional<PersonId> find(String id) {
        return group.members().stream()
                .map(Person::id)
                .filter(member -> member.value().equals(id))
                .findFirst();
    }

    private void problem(DecidedRow row, String sentence) {
        problems.add(new Problem(row.place(), sentence));
    }
}
