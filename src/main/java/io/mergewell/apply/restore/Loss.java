package io.mergewell.apply.restore;

import io.mergewell.crm.SourcedPerson;
import io.mergewell.person.Person;
import io.mergewell.plan.ActionKind;
import io.mergewell.store.ledger.EffectKind;
import io.mergewell.store.ledger.EffectState;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.LedgerEffect;
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

    /** How many notes of it were copied to its survivor. */
    long copies(Effects effects) {
        return effects.of(row.rowKey()).stream()
                .filter(effect -> effect.kind() == EffectKind.NOTE && effect.state() == EffectState.APPLIED)
                .map(LedgerEffect::fields)
                .distinct()
                .count();
    }

    boolean wasMerged() {
        return row.kind() == ActionKind.MERGE;
    }
}
