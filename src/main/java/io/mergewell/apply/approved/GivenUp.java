package io.mergewell.apply.approved;

import io.mergewell.store.ledger.LedgerEffect;
import java.util.Set;

/** Writes that count as not done although nobody knows that they are over: they may have been done, or still come. */
public final class GivenUp {

    /** Why a write is given up that was sent again. */
    public static final String SENT_ONCE_MORE = "Not seen to be done when it was sent once more.";

    /** Why a write is given up whose row ended first. */
    public static final String ROW_ENDED = "Not seen to be done when its row was settled.";

    private static final Set<String> REASONS = Set.of(SENT_ONCE_MORE, ROW_ENDED);

    private GivenUp() {}

    /** Whether a write is one of those. */
    public static boolean includes(LedgerEffect effect) {
        return REASONS.contains(effect.reason());
    }
}
