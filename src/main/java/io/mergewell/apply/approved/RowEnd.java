package io.mergewell.apply.approved;

import io.mergewell.store.ledger.RowState;

/**
 * How a row ended, or that it is still open.
 *
 * @param reason a sentence without values of a person; empty where nothing need be said
 * @param reconciled whether that was found out by reading the CRM rather than from its answer
 * @param effective whether the record is gone because of us, so that crosswalk and decisions follow it
 */
public record RowEnd(RowState state, String reason, boolean reconciled, boolean effective) {

    public static final RowEnd WITHDRAWN =
            new RowEnd(RowState.WITHDRAWN, "The approval was taken back by a later decision.", false, false);

    public static RowEnd applied(String reason, boolean reconciled) {
        return new RowEnd(RowState.APPLIED, reason, reconciled, true);
    }

    public static RowEnd conflict(String reason) {
        return new RowEnd(RowState.CONFLICT, reason, false, false);
    }

    public static RowEnd rejected(String reason) {
        return new RowEnd(RowState.REJECTED, reason, false, false);
    }

    /** The same with one more sentence. */
    public RowEnd with(String sentence) {
        return new RowEnd(state, reason.isEmpty() ? sentence : reason + " " + sentence, reconciled, effective);
    }

    /** Nothing is sent for it now, but a call of ours may still be at work. */
    public static RowEnd mayCome(String reason) {
        return unknown(reason + " An earlier call may still be at work; the next run looks again.");
    }

    public static RowEnd unknown(String reason) {
        return new RowEnd(RowState.UNKNOWN, reason, false, false);
    }
}
