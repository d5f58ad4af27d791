package io.mergewell.job.apply;

import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import io.mergewell.plan.Decision;
import io.mergewell.plan.PairDecision;
import io.mergewell.store.ledger.EffectState;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.ledger.RowState;
import io.mergewell.store.memory.Decisions;
import io.mergewell.store.memory.HandedIn;
import io.mergewell.store.memory.KeptApart;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Approvals that wait, and of which people think otherwise by now. Of a write that may be under way nothing can be taken
 * back.
 */
final class TakenBack {

    private final ApplyContext run;
    private final Ledger ledger;
    private final Effects effects;
    private final Map<String, Decision> byRow = new HashMap<>();
    private final Set<PersonPair> otherwise = new HashSet<>();

    TakenBack(ApplyContext run) {
        this.run = run;
        this.ledger = new Ledger(run.store());
        this.effects = new Effects(run.store());
        otherwise.addAll(new KeptApart(run.store()).pairs());
        new Decisions(run.store()).all().forEach(this::take);
    }

    private void take(PairDecision decision) {
        byRow.put(decision.rowKey(), decision.decision());
        @Nullable PersonId survivor = decision.survivor();
        if (survivor != null && decision.decision() != Decision.APPROVE) {
            otherwise.add(PersonPair.of(survivor, decision.duplicate()));
        }
    }

    /** Settles them as conflicts, within the transaction of the approvals; how many there were. */
    int settle() {
        int count = 0;
        for (LedgerRow row : ledger.open(0, Integer.MAX_VALUE)) {
            if (isTakenBack(row) && !mayBeUnderWay(row)) {
                ledger.settle(
                        row,
                        RowState.CONFLICT,
                        "The approval was taken back by a later decision.",
                        false,
                        run.runId(),
                        run.clock().instant());
                count++;
            }
        }
        return count;
    }

    private boolean isTakenBack(LedgerRow row) {
        @Nullable Decision decision = byRow.get(row.rowKey());
        if (decision != null && decision != Decision.APPROVE) {
            return true;
        }
        @Nullable PersonId survivor = row.survivor();
        if (survivor != null && decision == null && otherwise.contains(PersonPair.of(row.absorbed(), survivor))) {
            return true;
        }
        return decision == null
                && row.reviewer().equals(AutoReview.REVIEWER)
                && new HandedIn(run.store()).isReviewed(row.planId());
    }

    private boolean mayBeUnderWay(LedgerRow row) {
        return effects.of(row.rowKey()).stream()
                .map(effect -> Objects.requireNonNull(effect.state()))
                .anyMatch(state -> state != EffectState.REJECTED);
    }
}
