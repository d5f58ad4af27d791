package io.mergewell.apply.restore;

import io.mergewell.crm.SourcedPerson;
import io.mergewell.person.Person;
import io.mergewell.plan.ActionKind;
import io.mergewell.store.ledger.LedgerRow;

/**
 * A record that an applied row took away.
 *
 * @param former as it was before
 */
record Loss(LedgerRow row, SourcedPerson former) {

    /** What stands before a row's key in the ledger, where a write takes the row back. */
    private static final String PREFIX = "restore ";

    /** Of the writes that bring it back. */
    String key() {
        return PREFIX + row.rowKey();
    }

    Person person() {
        return former.person();
    }

    boolean wasMerged() {
        return row.kind() == ActionKind.MERGE;
    }
}
