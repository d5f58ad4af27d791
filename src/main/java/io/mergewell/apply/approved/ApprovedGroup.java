package io.mergewell.apply.approved;

import io.mergewell.normalise.Phones;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.Room;
import io.mergewell.plan.golden.FieldRules;
import io.mergewell.plan.golden.FieldValue;
import io.mergewell.plan.golden.Shown;
import io.mergewell.store.ledger.EffectKind;
import io.mergewell.store.ledger.EffectState;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.ledger.RowState;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A group of a plan as far as it was approved.
 *
 * @param planned what the reviewer saw
 * @param rows all its rows in the ledger, settled or not, in the order of their approval
 * @param begun those of which the survivor may hold the values already while nothing was done to their records,
 *     whether they are open or ended so
 * @param elsewhere persons that went into its survivor by rows of other plans, as their reviewers saw them
 */
public record ApprovedGroup(
        PlannedGroup planned, List<LedgerRow> rows, List<LedgerRow> begun, List<Person> elsewhere, FieldRules rules) {

    public ApprovedGroup {
        rows = List.copyOf(rows);
        begun = List.copyOf(begun);
        elsewhere = List.copyOf(elsewhere);
    }

    /** The group of a row, as the ledger holds it now. */
    public static ApprovedGroup of(Ledger ledger, Effects effects, LedgerRow row, Phones phones, Room room) {
        List<Person> elsewhere = Stream.ofNullable(row.survivor())
                .flatMap(survivor -> ledger.appliedInto(survivor).stream())
                .filter(other -> other.kind() == ActionKind.MERGE && !isOfOneGroup(row, other))
                .flatMap(other -> ledger.groups().find(other.planId(), other.groupId()).stream()
                        .map(group -> group.member(other.absorbed())))
                .toList();
        List<LedgerRow> rows = ledger.ofGroup(row.planId(), row.groupId());
        return new ApprovedGroup(
                ledger.groups().require(row.planId(), row.groupId()),
                rows,
                rows.stream().filter(one -> isBegun(one, effects)).toList(),
                elsewhere,
                new FieldRules(phones, room));
    }

    /** An update before a merge fills the survivor; one after it mends. */
    private static boolean isBegun(LedgerRow row, Effects effects) {
        return row.kind() == ActionKind.MERGE
                && row.state() != RowState.APPLIED
                && effects.of(row.rowKey()).stream()
                        .filter(effect -> effect.kind() == EffectKind.UPDATE)
                        .anyMatch(effect -> effect.state() != EffectState.REJECTED || GivenUp.includes(effect));
    }

    /** The same group once its survivor was given the values of a row. */
    public ApprovedGroup begun(LedgerRow row) {
        return new ApprovedGroup(
                planned, rows, Stream.concat(begun.stream(), Stream.of(row)).toList(), elsewhere, rules);
    }

    private static boolean isOfOneGroup(LedgerRow one, LedgerRow other) {
        return one.planId().equals(other.planId()) && one.groupId().equals(other.groupId());
    }

    /** Whether all merges that were approved are done, and as they should be: only then may a record be deleted. */
    public boolean isMerged() {
        return rows.stream()
                .filter(row -> row.kind() == ActionKind.MERGE)
                .allMatch(row -> row.state().isSettled()
                        && (row.state() != RowState.APPLIED || row.reason().isEmpty()));
    }

    /** Whether anything of ours went into the survivor. */
    public boolean mergedInto(List<LedgerRow> sent) {
        return !elsewhere.isEmpty()
                || !begun.isEmpty()
                || Stream.concat(applied(), sent.stream()).anyMatch(row -> row.kind() == ActionKind.MERGE);
    }

    /** All that the survivor may hold by our doing. */
    public Person possible(PersonId survivor, List<LedgerRow> sent) {
        List<LedgerRow> ours = Stream.concat(sent.stream(), begun.stream()).toList();
        return elsewhere.stream().reduce(promised(survivor, ours), rules::merged);
    }

    /** Its rows that were applied and seen to be. */
    public Stream<LedgerRow> applied() {
        return rows.stream().filter(row -> row.state() == RowState.APPLIED);
    }

    /**
     * What the survivor shall hold.
     *
     * @param done rows that were done just now, beside those that were applied before
     */
    public Person promised(PersonId survivor, List<LedgerRow> done) {
        return merged(survivor, Stream.concat(applied(), done.stream()));
    }

    /** A record is deleted only because the survivor holds what it holds, so it brings nothing. */
    private Person merged(PersonId survivor, Stream<LedgerRow> absorbed) {
        return absorbed.filter(row -> row.kind() == ActionKind.MERGE)
                .map(row -> planned.member(row.absorbed()))
                .reduce(planned.member(survivor), rules::merged);
    }

    /**
     * The survivor as it is to be expected after a row.
     *
     * @param before it as it is to be expected before the row; null if that is how it was read
     * @param now persons as they were read
     * @return as it was before where nothing is merged; null where that is not known, or somebody is gone
     */
    public @Nullable Person united(LedgerRow row, @Nullable Person before, Function<PersonId, Optional<Person>> now) {
        PersonId survivor = row.survivor();
        Optional<Person> absorbed = now.apply(row.absorbed());
        if (row.kind() != ActionKind.MERGE || survivor == null || absorbed.isEmpty()) {
            return before;
        }
        return Optional.ofNullable(before)
                .or(() -> now.apply(survivor))
                .map(person -> rules.merged(person, absorbed.get()))
                .orElse(null);
    }

    /** A sentence if applying a row would lose something that the report did not show. */
    public Optional<String> unseenLoss(LedgerRow row, PersonId survivor) {
        Person promised = promised(
                survivor,
                rows.stream().filter(other -> !other.state().isSettled()).toList());
        return rules.lacking(promised, planned.member(row.absorbed())).stream()
                .filter(lost -> !shows(lost))
                .map(FieldValue::field)
                .findFirst()
                .map(field -> "With the rows that were approved, its " + field
                        + " would be lost, which the report did not show.");
    }

    /** Whether the report showed that a value would go, or stood against another. */
    public boolean shows(FieldValue lost) {
        return Shown.test(planned, lost);
    }
}
