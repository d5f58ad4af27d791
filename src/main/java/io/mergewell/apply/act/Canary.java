package io.mergewell.apply.act;

import io.mergewell.store.ledger.EffectKind;
import io.mergewell.store.ledger.EffectState;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerRow;
import java.util.List;

/** The first merge of a job's life: until one was seen to be as it should be, no second one is sent. */
final class Canary {

    private final Ledger ledger;
    private final Effects effects;
    private boolean lived;

    Canary(Ledger ledger, Effects effects) {
        this.ledger = ledger;
        this.effects = effects;
        this.lived = effects.anyMergeSeen();
    }

    /** Of these rows the first that may be worked on together. */
    List<LedgerRow> allowed(List<LedgerRow> rows) {
        return lived ? rows : OpenRows.beforeCanary(rows);
    }

    /**
     * Looks whether it lives by now.
     *
     * @param tried the rows of this round
     * @throws CanaryException if one of them was merged and is not as it should be
     */
    void require(List<LedgerRow> tried) {
        lived = lived || effects.anyMergeSeen();
        if (lived) {
            return;
        }
        tried.stream()
                .filter(row -> effects.of(row.rowKey()).stream()
                        .anyMatch(
                                effect -> effect.kind() == EffectKind.MERGE && effect.state() != EffectState.REJECTED))
                .flatMap(row -> ledger.find(row.rowKey()).stream())
                .findFirst()
                .ifPresent(row -> {
                    throw new CanaryException(row.reason());
                });
    }
}
