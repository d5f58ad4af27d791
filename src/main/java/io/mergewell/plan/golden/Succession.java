package io.mergewell.plan.golden;

import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.PlannedGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What becomes of a group if another of its records survives than the planned one, and all its rows are approved.
 *
 * @param golden what that record will hold
 * @param changes one for each row of the group, in their order; the row of the new survivor stands for the planned one
 */
public record Succession(Person golden, List<Change> changes) {

    public Succession {
        changes = List.copyOf(changes);
    }

    /**
     * What a record that goes brings and takes along.
     *
     * @param absorbed who goes
     * @param gained what the survivor has from it
     * @param conflicts where it says one thing and what stays another, as sentences
     * @param lost what it holds and nobody will
     * @param unseen those of the lost that the plan did not show: apply leaves a group alone rather than lose them
     */
    public record Change(
            PersonId absorbed,
            List<FieldValue> gained,
            List<String> conflicts,
            List<FieldValue> lost,
            List<FieldValue> unseen) {

        public Change {
            gained = List.copyOf(gained);
            conflicts = List.copyOf(conflicts);
            lost = List.copyOf(lost);
            unseen = List.copyOf(unseen);
        }
    }

    /**
     * Works it out as apply does: one record after the other, in the order of the rows.
     *
     * @param survivor a member of the group other than the planned survivor; the group is no empty shell
     * @param rules for this group
     * @param asides what each member's record holds beside it
     */
    public static Succession of(
            PlannedGroup group, PersonId survivor, FieldRules rules, Function<PersonId, Aside> asides) {
        PersonId planned = Objects.requireNonNull(group.survivor(), "An empty record has no survivor.");
        List<Person> absorbed = group.actions().stream()
                .map(action -> action.duplicate().equals(survivor) ? planned : action.duplicate())
                .map(group::member)
                .toList();
        Person golden = group.member(survivor);
        List<List<FieldValue>> gained = new ArrayList<>();
        for (Person person : absorbed) {
            Person merged = rules.merged(golden, person);
            gained.add(rules.lacking(golden, merged));
            golden = merged;
        }
        Aside own = asides.apply(survivor);
        List<Change> changes = new ArrayList<>();
        for (int row = 0; row < absorbed.size(); row++) {
            Person person = absorbed.get(row);
            changes.add(change(group, golden, person, gained.get(row), rules, own, asides.apply(person.id())));
        }
        return new Succession(golden, changes);
    }

    private static Change change(
            PlannedGroup group,
            Person golden,
            Person person,
            List<FieldValue> gained,
            FieldRules rules,
            Aside kept,
            Aside goes) {
        List<String> conflicts = new ArrayList<>(rules.conflicts(golden, person));
        conflicts.addAll(kept.conflicts(goes));
        List<FieldValue> lost = new ArrayList<>(rules.lost(golden, person));
        lost.addAll(kept.lacking(goes));
        List<FieldValue> unseen = rules.lacking(golden, person).stream()
                .filter(value -> !Shown.test(group, value))
                .toList();
        return new Change(person.id(), gained, conflicts, lost, unseen);
    }
}
