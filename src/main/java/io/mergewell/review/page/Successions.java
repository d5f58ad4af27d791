package io.mergewell.review.page;

import io.mergewell.normalise.Phones;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.Room;
import io.mergewell.plan.golden.Aside;
import io.mergewell.plan.golden.FieldRules;
import io.mergewell.plan.golden.Succession;
import io.mergewell.plan.wording.Wording;
import java.util.List;
import java.util.function.Function;

/**
 * Works out what becomes of groups if others survive than planned.
 *
 * @param phones reads numbers with the job's region
 * @param room what a merged record can hold
 * @param asides what the record of a person holds beside it
 */
public record Successions(Phones phones, Room room, Function<PersonId, Aside> asides) {

    /** The work grows with the square of the members, and so does the page. */
    static final int MOST_MEMBERS = 12;

    /**
     * How much of a page a group takes: in how many rows what would be gained and lost is said anew. Grows with the
     * square of its members.
     */
    static long rows(PlannedGroup group) {
        long absorbed = group.actions().size();
        return absorbed * absorbed;
    }

    /**
     * One for each member but the planned survivor; none where nobody else can survive, or they are too many.
     *
     * @param group as it is planned, not as it is shown
     * @param golden what is shown of the golden record
     */
    List<PageSuccession> of(PlannedGroup group, PageMember golden, Wording wording) {
        boolean isOpen = group.members().size() <= MOST_MEMBERS
                && group.actions().stream().noneMatch(action -> action.kind() == ActionKind.NONE);
        if (!isOpen) {
            return List.of();
        }
        FieldRules rules = new FieldRules(phones, room);
        return group.members().stream()
                .map(Person::id)
                .filter(member -> !member.equals(group.survivor()))
                .map(member -> PageSuccession.of(Succession.of(group, member, rules, asides), golden, wording))
                .toList();
    }
}
