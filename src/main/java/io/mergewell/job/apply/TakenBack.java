package io.mergewell.job.apply;

import io.mergewell.apply.approved.RowEnd;
import io.mergewell.apply.approved.Withdrawals;
import io.mergewell.job.run.RunContext;
import io.mergewell.store.ledger.EffectState;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.ledger.RowState;

/** Settles approvals that wait and were taken back. Those with a call that may be under way are looked at by the act. */
final class TakenBack {

    private final RunContext run;
    private final Ledger ledger;
    private final Effects effects;

    TakenBack(RunContext run) {
        this.run = run;
        this.ledger = new Ledger(run.store());
        this.effects = new Effects(run.store());
    }

    /** To be called within the transaction of the approvals. */
    void settle() {
        Withdrawals withdrawals = new Withdrawals(run.store());
        for (LedgerRow row : ledger.open(0, Integer.MAX_VALUE)) {
            if (withdrawals.include(row) && !mayBeUnderWay(row)) {
                ledger.settle(
                        row,
                        RowState.WITHDRAWN,
                        RowEnd.WITHDRAWN.reason(),
                        false,
                        run.runId(),
                        run.clock().instant());
            }
        }
    }

    private boolean mayBeUnderWay(LedgerRow row) {
        return effects.of(row.rowKey()).stream().anyMatch(effect -> effect.state() != EffectState.REJECTED);
    }
}
