package io.mergewell.apply.act;

import io.mergewell.normalise.Phones;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.golden.FieldRules;
import io.mergewell.plan.golden.FieldValue;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.ledger.RowState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A group of a plan as far as it was approved.
 *
 * @param planned what the reviewer saw
 * @param rows all its rows in the ledger, settled or not, in the order of their approval
 */
record ApprovedGroup(PlannedGroup planned, List<LedgerRow> rows, FieldRules rules) {

    ApprovedGroup {
        rows = List.copyOf(rows);
    }

    static ApprovedGroup of(PlannedGroup planned, List<LedgerRow> rows, Phones phones) {
        return new ApprovedGroup(planned, rows, new FieldRules(phones));
    }

    /** Its rows that were applied and seen to be. */
    Stream<LedgerRow> applied() {
        return rows.stream().filter(row -> row.state() == RowState.APPLIED);
    }

    /**
     * What the survivor shall hold.
     *
     * @param done rows that were done just now, beside those that were applied before
     */
    Person promised(PersonId survivor, List<LedgerRow> done) {
        return merged(survivor, Stream.concat(applied(), done.stream()));
    }

    /** A record is deleted only because the survivor holds what it holds, so it brings nothing. */
    private Person merged(PersonId survivor, Stream<LedgerRow> absorbed) {
        return absorbed.filter(row -> row.kind() == ActionKind.MERGE)
                .map(row -> planned.member(row.absorbed()))
                .reduce(planned.member(survivor), rules::merged);
    }

    /** A sentence if applying a row would lose something that the report did not show. */
    Optional<String> unseenLoss(LedgerRow row, PersonId survivor) {
        Person promised = promised(
                survivor,
                rows.stream().filter(other -> !other.state().isSettled()).toList());
        Set<String> shown = new TreeSet<>();
        planned.actions().forEach(action -> addShown(action, shown));
        return rules.lacking(promised, planned.member(row.absorbed())).stream()
                .map(FieldValue::field)
                .filter(field -> !shown.contains(field))
                .findFirst()
                .map(field -> "With the rows that were approved, its " + field
                        + " would be lost, which the report did not show.");
    }

    private static void addShown(PlannedAction action, Set<String> shown) {
        Stream.concat(action.conflicts().stream(), action.valuesLost().stream())
                .map(sentence -> sentence.substring(0, Math.max(0, sentence.indexOf(':'))))
                .forEach(shown::add);
    }
}
