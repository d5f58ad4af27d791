package io.mergewell.plan.draft;

import io.mergewell.normalise.NameKind;
import io.mergewell.normalise.Names;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.golden.FieldRules;
import io.mergewell.plan.golden.FieldValue;
import io.mergewell.plan.golden.NameSpelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A group on its way to rows.
 *
 * @param inOrder the survivor, then the duplicates in the order in which they fill blanks
 * @param golden what the survivor holds after all of them
 * @param gained what it has from each
 */
record GroupDraft(
        List<Member> inOrder,
        PairTable pairs,
        FieldRules rules,
        Person golden,
        Map<PersonId, List<FieldValue>> gained) {

    static GroupDraft of(List<Member> inOrder, PairTable pairs, FieldRules rules) {
        Map<PersonId, List<FieldValue>> gained = new HashMap<>();
        Person golden = inOrder.get(0).person();
        for (Member duplicate : inOrder.subList(1, inOrder.size())) {
            Person merged = rules.merged(golden, duplicate.person());
            gained.put(duplicate.id(), rules.lacking(golden, merged));
            golden = merged;
        }
        return new GroupDraft(inOrder, pairs, rules, golden, gained);
    }

    Member survivor() {
        return inOrder.get(0);
    }

    List<Member> duplicates() {
        return inOrder.subList(1, inOrder.size());
    }

    /** What the survivor will have from this duplicate. */
    List<FieldValue> gainedFrom(Member duplicate) {
        return gained.getOrDefault(duplicate.id(), List.of());
    }

    /** What this duplicate has and nobody will have. */
    List<FieldValue> lostWith(Member duplicate) {
        List<FieldValue> lost = new ArrayList<>(rules.lost(golden, duplicate.person()));
        lost.addAll(survivor().aside().lacking(duplicate.aside()));
        return lost;
    }

    /** Where this duplicate says one thing and what stays another. */
    List<String> conflictsWith(Member duplicate) {
        List<String> conflicts = new ArrayList<>(rules.conflicts(golden, duplicate.person()));
        conflicts.addAll(survivor().aside().conflicts(duplicate.aside()));
        return conflicts;
    }

    /** The fields of this duplicate in which somebody might miss something: its name, and values beyond a way to spell them. */
    List<String> missedOf(Member duplicate) {
        return missed(survivor(), duplicate, golden, pairs, rules);
    }

    /** As {@link #missedOf}, before there is a draft. */
    static List<String> missed(Member survivor, Member duplicate, Person golden, PairTable pairs, FieldRules rules) {
        List<String> missed = new ArrayList<>();
        if (losesName(survivor, duplicate, golden, pairs, rules)) {
            missed.add(FieldRules.NAME);
        }
        missed.addAll(rules.missed(golden, duplicate.person()));
        survivor.aside().lacking(duplicate.aside()).forEach(value -> missed.add(value.field()));
        return missed;
    }

    /** Whether this duplicate's name is a person's and says something that the name which stays does not, beyond a slip. */
    boolean losesNameOf(Member duplicate) {
        return losesName(survivor(), duplicate, golden, pairs, rules);
    }

    private static boolean losesName(
            Member survivor, Member duplicate, Person golden, PairTable pairs, FieldRules rules) {
        return duplicate.name().kind() == NameKind.PERSON
                && rules.losesName(golden, duplicate.person())
                && !NameSpelling.holds(Names.of(golden.name()), duplicate.name())
                && !pairs.mayBeMisspelt(duplicate.id(), survivor.id());
    }
}
