package io.mergewell.apply.rewrite;

import io.mergewell.apply.approved.Withdrawals;
import io.mergewell.crm.write.FileRecord;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Fingerprint;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.golden.Aside;
import io.mergewell.plan.golden.FieldValue;
import io.mergewell.plan.golden.Shown;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How things stand while a copy is written.
 *
 * @param digest of the file
 * @param present records concerned, as they stand in it
 * @param ledger knows what was reported
 */
record Moment(String digest, Map<PersonId, FileRecord> present, Withdrawals withdrawals, Ledger ledger) {

    /** Whom a row is about. */
    static List<PersonId> concerned(LedgerRow row) {
        return Stream.concat(Stream.of(row.absorbed()), Stream.ofNullable(row.survivor()))
                .toList();
    }

    /** Whom some rows are about. */
    static SortedSet<PersonId> concerned(Stream<LedgerRow> rows) {
        return rows.flatMap(row -> concerned(row).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A sentence if a row would do to its records what its report did not show. */
    Optional<String> notAsReported(LedgerRow row) {
        return ledger.groups()
                .find(row.planId(), row.groupId())
                .map(reported -> notAs(reported, row))
                .orElseGet(() -> Optional.of("What its report showed is no longer kept."));
    }

    private Optional<String> notAs(PlannedGroup reported, LedgerRow row) {
        return concerned(row).stream()
                .filter(person -> !isAsReported(person, reported))
                .findFirst()
                .map(person -> "Person " + person + " is not in the file as the report showed it.")
                .or(() -> unseenAside(row, reported));
    }

    private boolean isAsReported(PersonId person, PlannedGroup reported) {
        @Nullable FileRecord now = present.get(person);
        return now != null
                && Fingerprint.of(now.person()).equals(reported.fingerprints().get(person));
    }

    /** The survivor may be another than was proposed, or the file a newer one. */
    private Optional<String> unseenAside(LedgerRow row, PlannedGroup reported) {
        return aside(row.survivor()).lacking(aside(row.absorbed())).stream()
                .filter(lost -> !Shown.test(reported, lost))
                .findFirst()
                .map(FieldValue::field)
                .map(column -> "What person " + row.absorbed() + " has in the column " + column
                        + " would be lost, which the report did not show.");
    }

    private Aside aside(@Nullable PersonId person) {
        @Nullable FileRecord record = person == null ? null : present.get(person);
        return record == null ? Aside.NONE : record.aside();
    }
}
