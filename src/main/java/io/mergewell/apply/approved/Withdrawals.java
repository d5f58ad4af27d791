package io.mergewell.apply.approved;

import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import io.mergewell.plan.Decision;
import io.mergewell.plan.PairDecision;
import io.mergewell.store.Store;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.memory.Decisions;
import io.mergewell.store.memory.HandedIn;
import io.mergewell.store.memory.KeptApart;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Approved rows of which people think otherwise by now, as the store knows it at one moment. */
public final class Withdrawals {

    /** The reviewer of rows that {@code apply.auto} approved. */
    public static final String AUTO = "apply.auto";

    private final HandedIn handedIn;
    private final Map<String, Decision> byRow = new HashMap<>();
    private final Set<PersonPair> otherwise = new HashSet<>();
    private final Map<String, Boolean> reviewed = new HashMap<>();

    public Withdrawals(Store store) {
        handedIn = new HandedIn(store);
        otherwise.addAll(new KeptApart(store).pairs());
        new Decisions(store).all().forEach(this::take);
    }

    private void take(PairDecision decision) {
        byRow.put(decision.rowKey(), decision.decision());
        @Nullable PersonId survivor = decision.survivor();
        if (survivor != null && decision.decision() != Decision.APPROVE) {
            otherwise.add(PersonPair.of(survivor, decision.duplicate()));
        }
    }

    /** Whether the last word on a row is another than its approval. */
    public boolean include(LedgerRow row) {
        @Nullable Decision decision = byRow.get(row.rowKey());
        if (decision != null) {
            return decision != Decision.APPROVE;
        }
        @Nullable PersonId survivor = row.survivor();
        boolean decidedOtherwise = survivor != null && otherwise.contains(PersonPair.of(row.absorbed(), survivor));
        return decidedOtherwise || (row.reviewer().equals(AUTO) && isReviewed(row.planId()));
    }

    private boolean isReviewed(String planId) {
        return reviewed.computeIfAbsent(planId, handedIn::isReviewed);
    }
}
