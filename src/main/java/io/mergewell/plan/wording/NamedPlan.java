package io.mergewell.plan.wording;

import io.mergewell.match.Evidence;
import io.mergewell.person.Person;
import io.mergewell.person.vocabulary.Vocabulary;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import java.util.List;

/**
 * A plan in people's words: fields, options, labels, owners and organisations by name. It has the ids, digest, row keys
 * and fingerprints of the plan that it is of, and is good for showing alone: its values are not those of the records.
 */
public final class NamedPlan {

    private final Vocabulary vocabulary;
    private final NamedSentence sentences;

    private NamedPlan(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.sentences = new NamedSentence(vocabulary);
    }

    /** The plan to show; the same one where no name is known. */
    public static Plan of(Plan plan, Vocabulary vocabulary) {
        if (vocabulary.isEmpty()) {
            return plan;
        }
        NamedPlan named = new NamedPlan(vocabulary);
        return new Plan(
                plan.id(),
                plan.digest(),
                plan.job(),
                plan.persons(),
                plan.groups().stream().map(named::group).toList(),
                plan.notes());
    }

    /** What comparing found, its fields by name. */
    public static List<Evidence> evidence(List<Evidence> evidence, Vocabulary vocabulary) {
        return evidence.stream()
                .map(one -> new Evidence(vocabulary.mentioned(one.field()), one.level(), one.bits()))
                .toList();
    }

    private PlannedGroup group(PlannedGroup group) {
        Person golden = group.golden();
        return new PlannedGroup(
                group.id(),
                group.members().stream().map(vocabulary::named).toList(),
                group.fingerprints(),
                group.survivor(),
                group.survivorReason(),
                golden == null ? null : vocabulary.named(golden),
                group.minScore(),
                group.actions().stream().map(this::action).toList());
    }

    private PlannedAction action(PlannedAction action) {
        return new PlannedAction(
                action.rowKey(),
                action.kind(),
                action.band(),
                action.score(),
                action.duplicate(),
                evidence(action.evidence(), vocabulary),
                action.cautions().stream().map(vocabulary::mentioned).toList(),
                named(action.conflicts()),
                named(action.valuesGained()),
                named(action.valuesLost()));
    }

    private List<String> named(List<String> said) {
        return said.stream().map(sentences::of).toList();
    }
}
