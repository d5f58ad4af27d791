package io.mergewell.plan.wording;

import io.mergewell.match.Evidence;
import io.mergewell.person.Person;
import io.mergewell.person.vocabulary.Vocabulary;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import java.util.List;

/**
 * Says a plan in people's words: fields, options, labels, owners and organisations by name. What it gives back has the
 * ids, digest, row keys and fingerprints of what it got, and is good for showing alone: its values are not those of the
 * records.
 *
 * @param vocabulary the names that are known
 */
public record Wording(Vocabulary vocabulary) {

    /** Leaves everything as it is. */
    public static final Wording NONE = new Wording(Vocabulary.NONE);

    /** A whole plan; the same one where no name is known. */
    public Plan of(Plan plan) {
        return vocabulary.isEmpty()
                ? plan
                : new Plan(
                        plan.id(),
                        plan.digest(),
                        plan.job(),
                        plan.persons(),
                        plan.groups().parallelStream().map(this::of).toList(),
                        plan.notes());
    }

    /** A group, its records and rows. */
    public PlannedGroup of(PlannedGroup group) {
        Person golden = group.golden();
        return vocabulary.isEmpty()
                ? group
                : new PlannedGroup(
                        group.id(),
                        group.members().stream().map(this::of).toList(),
                        group.fingerprints(),
                        group.survivor(),
                        group.survivorReason(),
                        golden == null ? null : of(golden),
                        group.minScore(),
                        group.actions().stream().map(this::of).toList(),
                        group.doubts());
    }

    /** A record. */
    public Person of(Person person) {
        return vocabulary.named(person);
    }

    /** What stands in rows of fields and values: {@code field: value}, or {@code field: value kept, value dropped}. */
    public List<String> of(List<String> sentences) {
        NamedSentence naming = new NamedSentence(vocabulary);
        return sentences.stream().map(naming::of).toList();
    }

    /** Any other text, with the fields that it mentions. */
    public String of(String text) {
        return vocabulary.mentioned(text);
    }

    private PlannedAction of(PlannedAction action) {
        return new PlannedAction(
                action.rowKey(),
                action.kind(),
                action.band(),
                action.score(),
                action.duplicate(),
                action.evidence().stream().map(this::of).toList(),
                action.cautions().stream().map(this::of).toList(),
                of(action.conflicts()),
                of(action.valuesGained()),
                of(action.valuesLost()));
    }

    private Evidence of(Evidence evidence) {
        return new Evidence(of(evidence.field()), evidence.level(), evidence.bits());
    }
}
